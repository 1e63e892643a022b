package dev.dovetail.launcher.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.provisioner.Unloading.Leftover;
import dev.dovetail.provisioner.Unloading.Report;
import dev.dovetail.provisioner.apply.Retirement;
import java.io.IOException;
import java.util.List;

/** Which replaced versions are in the memory of a running Dovetail, for programs and for people. */
final class UnloadingFacts {

    private UnloadingFacts() {}

    static void write(JsonGenerator json, Report report) throws IOException {
        json.writeNumberField("unloaded", report.unloaded());
        json.writeArrayFieldStart("leftovers");
        for (Leftover leftover : report.present()) {
            Retirement retirement = leftover.retirement();
            json.writeStartObject();
            json.writeStringField("feature", retirement.feature());
            json.writeStringField("bundle", retirement.bundle());
            json.writeStringField("version", retirement.version());
            json.writeStringField("since", retirement.since().toString());
            json.writeBooleanField("held", leftover.held());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What just left is no news. */
    static List<String> words(Report report) {
        return report.present().stream()
                .filter(Leftover::held)
                .map(Leftover::retirement)
                .map(retirement -> "In memory   " + retirement.name() + " since it was replaced at "
                        + retirement.since() + "; dovetail doctor --leaks says what holds it")
                .toList();
    }
}
