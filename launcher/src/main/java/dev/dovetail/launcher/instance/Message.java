package dev.dovetail.launcher.instance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What processes of one home say to each other: one JSON object on a line, see {@code docs/formats/instance.md}. */
sealed interface Message {

    /** The longest line that is read, in characters. */
    int LONGEST = 1 << 20;

    int FORMAT = 1;

    JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST)
                    .maxNestingDepth(4)
                    .build())
            .build();

    /** A command line to be carried out. */
    record Ask(List<String> arguments) implements Message {
        public Ask {
            arguments = List.copyOf(arguments);
        }
    }

    /** Text for stdout. */
    record Out(String text) implements Message {}

    /** Text for stderr. */
    record Err(String text) implements Message {}

    /** The end: the exit code. */
    record Exit(int code) implements Message {}

    /** @return the line, with its end */
    default String line() {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("A string takes all that is written into it", e);
        }
        return line + "\n";
    }

    private void write(JsonGenerator json) throws IOException {
        if (this instanceof Ask ask) {
            json.writeNumberField("format", FORMAT);
            json.writeArrayFieldStart("arguments");
            for (String argument : ask.arguments) {
                json.writeString(argument);
            }
            json.writeEndArray();
        } else if (this instanceof Out out) {
            json.writeStringField("out", out.text);
        } else if (this instanceof Err err) {
            json.writeStringField("err", err.text);
        } else if (this instanceof Exit exit) {
            json.writeNumberField("exit", exit.code);
        }
    }

    /**
     * @param line a line without its end
     * @return what it says
     * @throws IOException when it says nothing of this format
     */
    static Message read(String line) throws IOException {
        try (JsonParser json = JSON.createParser(line)) {
            require(json.nextToken() == JsonToken.START_OBJECT, line);
            String field = json.nextFieldName();
            require(field != null, line);
            json.nextToken();
            return switch (String.valueOf(field)) {
                case "format" -> ask(json, line);
                case "out" -> new Out(json.getText());
                case "err" -> new Err(json.getText());
                case "exit" -> new Exit(json.getIntValue());
                default -> throw notAMessage(line);
            };
        }
    }

    private static Ask ask(JsonParser json, String line) throws IOException {
        require(json.getIntValue() == FORMAT && "arguments".equals(json.nextFieldName()), line);
        require(json.nextToken() == JsonToken.START_ARRAY, line);
        List<String> arguments = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            arguments.add(json.getText());
        }
        require(json.currentToken() == JsonToken.END_ARRAY, line);
        return new Ask(arguments);
    }

    private static void require(boolean held, String line) throws IOException {
        if (!held) {
            throw notAMessage(line);
        }
    }

    private static IOException notAMessage(String line) {
        return new IOException("Expected a message of format " + FORMAT + ", found: "
                + line.substring(0, Math.min(80, line.length())));
    }
}
