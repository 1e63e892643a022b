package dev.dovetail.tck;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a run of the compliance tests found.
 *
 * @param tests how many ran
 * @param failures a line for each that did not pass
 */
public record Report(int tests, List<String> failures) {

    /** What the tests of Core 8.0.0 come to. Fewer means that some were not found, which no failure tells. */
    private static final int ALL = 489;

    /** Copies the list. */
    public Report {
        failures = List.copyOf(failures);
    }

    /**
     * Prints the failures and a line that sums up; ends with exit code 1 unless all tests ran and passed.
     *
     * @param arguments the directory with the report
     */
    public static void main(String[] arguments) {
        System.exit(judge(Path.of(arguments[0]), System.out) ? 0 : 1);
    }

    static boolean judge(Path directory, PrintStream out) {
        try {
            Report report = read(directory);
            report.failures.forEach(out::println);
            out.println("OSGi compliance tests on Java " + System.getProperty("java.version") + ": " + report.tests
                    + " of " + ALL + " ran, " + report.failures.size() + " failed");
            return report.passed();
        } catch (IOException e) {
            out.println("OSGi compliance tests: expected the report of a run in " + directory
                    + ", found none that can be" + " read (" + e.getMessage() + "); the run's output is beside it");
            return false;
        }
    }

    /**
     * Reads all reports in a directory as one.
     *
     * @param directory where the tester wrote them
     * @return what they say together
     * @throws IOException when one can't be read, as when the run was cut short
     */
    public static Report read(Path directory) throws IOException {
        int tests = 0;
        List<String> failures = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "TEST-*.xml")) {
            for (Path file : files) {
                Report report = of(parse(file));
                tests += report.tests;
                failures.addAll(report.failures);
            }
        }
        return new Report(tests, failures);
    }

    /** @return whether all tests there are ran, and passed */
    public boolean passed() {
        return tests == ALL && failures.isEmpty();
    }

    private static Element parse(Path file) throws IOException {
        try {
            DocumentBuilder builder =
                    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            // The one set without asking prints to the error output.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(file.toFile()).getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " is no whole report: " + e.getMessage(), e);
        }
    }

    private static Report of(Element suite) {
        List<Element> cases = elements(suite, "testcase").toList();
        return new Report(cases.size(), cases.stream().flatMap(Report::failure).toList());
    }

    private static Stream<String> failure(Element test) {
        return Stream.concat(elements(test, "failure"), elements(test, "error"))
                .map(failure -> test.getAttribute("classname") + "." + test.getAttribute("name") + ": "
                        + failure.getTextContent().strip().lines().findFirst().orElse("no reason given"))
                .limit(1);
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }
}
