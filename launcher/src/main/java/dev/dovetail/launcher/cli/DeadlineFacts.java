package dev.dovetail.launcher.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.federation.Deadline;
import java.io.IOException;
import java.util.Map;

/** Until when what must be in, for programs and in words. */
final class DeadlineFacts {

    private DeadlineFacts() {}

    /** As a member of whatever is being written: an object without its beginning and end. */
    static void write(JsonGenerator json, Deadline deadline) throws IOException {
        json.writeStringField("version", deadline.version());
        json.writeStringField("by", deadline.by().toString());
        json.writeStringField("because", deadline.because());
    }

    static void write(JsonGenerator json, Map<String, Deadline> deadlines) throws IOException {
        json.writeArrayFieldStart("mandatory");
        for (Map.Entry<String, Deadline> deadline : deadlines.entrySet()) {
            json.writeStartObject();
            json.writeStringField("feature", deadline.getKey());
            write(json, deadline.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static String words(String featureId, Deadline deadline) {
        return featureId + " " + deadline.version() + " must be in by " + deadline.by()
                + (deadline.because().isEmpty() ? "" : ": " + deadline.because());
    }
}
