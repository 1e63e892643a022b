package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.repository.RepositoryStatus;
import dev.dovetail.publisher.repository.RoleStatus;
import java.util.ArrayList;
import java.util.List;

/** Says what each key is for, and which to take off the machine. */
final class KeyPurposes {

    private KeyPurposes() {}

    static List<String> of(RepositoryStatus status) {
        List<String> lines = new ArrayList<>();
        for (RoleStatus role : status.roles()) {
            role.keys().forEach(key -> lines.add("  " + key.file()));
            lines.add("      " + purpose(role));
        }
        return lines;
    }

    private static String purpose(RoleStatus role) {
        String until = " Signed until " + Terminal.day(role.expires()) + ".";
        return switch (role.name()) {
            case "root" ->
                "Two of these three decide which keys count. TAKE THEM OFF this machine, to different places; they are"
                        + " needed once a year, and when a key is lost or stolen." + until;
            case "targets" ->
                "Says which team may publish which names. TAKE IT OFF this machine; it is needed to add or revoke a"
                        + " team, and twice a year." + until;
            case "snapshot" -> "Says which files belong together. Stays where you publish." + until;
            case "timestamp" ->
                "Says that nothing newer is held back. Stays where you publish; have \"dovetail repository refresh\" run"
                        + " every day." + until;
            default -> "Signs what team " + role.name() + " publishes. Stays where it publishes." + until;
        };
    }
}
