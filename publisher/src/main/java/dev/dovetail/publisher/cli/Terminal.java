package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.repository.RepositoryStatus;
import dev.dovetail.publisher.repository.RoleStatus;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.json.JsonWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine;

/** What people and programs read. Facts go to stdout, everything about them to stderr. */
final class Terminal {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final PrintWriter out;
    private final PrintWriter err;

    Terminal(CommandLine command) {
        this.out = command.getOut();
        this.err = command.getErr();
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void facts(JsonObject facts) {
        say(new String(JsonWriter.bytes(facts), StandardCharsets.UTF_8));
    }

    /** For sentences about the work, as they come. */
    Consumer<String> aside() {
        return sentence -> {
            err.println(sentence);
            err.flush();
        };
    }

    void warn(RepositoryStatus status) {
        for (RoleStatus role : status.endingSoon()) {
            aside().accept("warning: clients believe " + role.name() + " only until " + day(role.expires())
                    + ". Sign it anew: dovetail repository refresh DIR --role " + role.name());
        }
    }

    void warnOfWeakKeys(KeyFolder folder) throws dev.dovetail.publisher.failure.PublishException {
        if (folder.list().stream().anyMatch(key -> key.weaklyProtected())) {
            aside().accept("warning: keys in " + folder.path() + " are protected for tests only.");
        }
    }

    static String day(Instant time) {
        return DAY.format(time);
    }

    /** In groups, as people compare it. */
    static String grouped(String fingerprint) {
        return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
