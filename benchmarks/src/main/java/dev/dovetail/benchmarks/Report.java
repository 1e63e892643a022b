package dev.dovetail.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * What was measured, for people and for programs.
 *
 * @param figures in the order they are told
 */
record Report(List<Figure> figures) {

    Report {
        figures = List.copyOf(figures);
    }

    List<Figure> missed() {
        return figures.stream().filter(Figure::missed).toList();
    }

    String table() {
        StringBuilder text = new StringBuilder(1024);
        text.append(environment()).append('\n');
        for (Figure figure : figures) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-48s %9.2f %s  [p25 %.2f, p75 %.2f, p90 %.2f, n %d]%s%n",
                    figure.name(),
                    figure.samples().median(),
                    figure.unit(),
                    figure.samples().quantile(0.25),
                    figure.samples().quantile(0.75),
                    figure.samples().p90(),
                    figure.samples().values().size(),
                    budget(figure)));
        }
        missed().forEach(figure -> text.append("Missed: ").append(figure.name()).append('\n'));
        return text.toString();
    }

    private static String budget(Figure figure) {
        return figure.budget()
                .map(limit ->
                        String.format(Locale.ROOT, "  budget %.2f: %s", limit, figure.missed() ? "MISSED" : "kept"))
                .orElse("");
    }

    private static String environment() {
        return "Medians. Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("java", Runtime.version().toString());
            json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
            json.writeArrayFieldStart("figures");
            for (Figure figure : figures) {
                write(json, figure);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Figure figure) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", figure.name());
        json.writeStringField("unit", figure.unit());
        json.writeNumberField("median", figure.samples().median());
        json.writeNumberField("p90", figure.samples().p90());
        if (figure.budget().isPresent()) {
            json.writeNumberField("budget", figure.budget().get());
            json.writeBooleanField("missed", figure.missed());
        }
        json.writeArrayFieldStart("samples");
        for (double value : figure.samples().values()) {
            json.writeNumber(value);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
