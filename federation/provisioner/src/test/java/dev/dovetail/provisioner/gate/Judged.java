package dev.dovetail.provisioner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.hostile.BytesChannel;
import dev.dovetail.provisioner.hostile.HostileJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** What the gate says of jars, in tests. */
final class Judged {

    static final String NAME = "team.sample";

    static final Reserved RESERVED =
            new Reserved(Set.of("platform.api", "org.slf4j"), Set.of("dev.dovetail.shell", "system.bundle"));

    /** A team that owns {@code team.sample} and all below, and brings a database along. */
    static final Grant TEAM = new Grant(
            "team",
            NamePatterns.of("team.sample", "team.sample.*"),
            NamePatterns.of("com.h2database"),
            NamePatterns.of("team.sample", "team.sample.*"),
            NamePatterns.of("team.other.*"),
            Set.of());

    private Judged() {}

    static HostileJar sample() {
        return HostileJar.bundle(NAME, "1.0.0");
    }

    static Claims claims(Grant grant) {
        return new Claims(NAME, "1.0.0", Claims.UNKNOWN, Set.of(), grant, RESERVED);
    }

    static Verdict verdict(byte[] jar, Claims claims) {
        try {
            return new Gate().inspectArrival(new BytesChannel(jar), claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Finding> findings(byte[] jar, Claims claims) {
        return verdict(jar, claims) instanceof Verdict.Refused refused ? refused.findings() : List.of();
    }

    static Finding refused(byte[] jar) {
        return refused(jar, claims(TEAM));
    }

    static Finding refused(byte[] jar, Claims claims) {
        List<Finding> findings = findings(jar, claims);
        assertThat(findings).isNotEmpty();
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.message())
                    .startsWith("Expected ")
                    .contains(", found ")
                    .endsWith(".");
            assertThat(finding.hint()).isNotBlank();
        });
        return findings.get(0);
    }

    static String code(byte[] jar) {
        return refused(jar).code();
    }

    static void admitted(byte[] jar) {
        assertThat(findings(jar, claims(TEAM))).isEmpty();
    }
}
