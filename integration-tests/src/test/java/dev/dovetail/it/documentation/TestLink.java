package dev.dovetail.it.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A test that a page names, in the form [`Class.method`](path).
 *
 * @param type the simple name of the test's class
 * @param method the test
 * @param path where its source is, seen from the page
 */
record TestLink(String type, String method, String path) {

    private static final Pattern LINK = Pattern.compile("\\[`(\\w+)\\.(\\w+)`]\\(([^)]+)\\)");

    static Stream<TestLink> in(String text) {
        return LINK.matcher(text).results().map(link -> new TestLink(link.group(1), link.group(2), link.group(3)));
    }

    String name() {
        return type + "." + method;
    }

    /**
     * @param folder where the page is, seen from the checkout
     * @return whether there is such a test
     */
    boolean isThere(String folder) throws IOException {
        Path source = Sources.ROOT.resolve(folder).resolve(path);
        return source.endsWith(type + ".java")
                && Files.isRegularFile(source)
                && Pattern.compile("\\bvoid " + method + "\\(")
                        .matcher(Files.readString(source))
                        .find();
    }

    @Override
    public String toString() {
        return name();
    }
}
