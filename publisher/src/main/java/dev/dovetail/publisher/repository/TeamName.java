package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.trust.metadata.Root;
import java.util.regex.Pattern;

/** What repositories and teams may be called: it becomes part of file names, everywhere. */
final class TeamName {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private TeamName() {}

    static String checked(String name) throws PublishException {
        if (!FORM.matcher(name).matches() || Root.isTopLevel(name)) {
            throw new PublishException(
                    "DT-PUBLISH-040",
                    "Expected a name of lower-case letters, digits and -, that begins with a letter and is none of root,"
                            + " targets, snapshot and timestamp; found \"" + name + "\"",
                    "Choose such a name, of 63 characters at most.");
        }
        return name;
    }
}
