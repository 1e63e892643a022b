package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.fetch.Credentials;
import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.gate.Permission;
import dev.dovetail.provisioner.profile.Access;
import dev.dovetail.provisioner.profile.Namespace;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.trust.Fingerprint;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final URI CHARTS = URI.create("https://example.org/charts/");
    private static final URI BARE = URI.create("http://localhost:8080/");

    @Test
    void aListTellsWhatEachRepositoryIsAndHowItIs() {
        Snapshot snapshot = new Snapshot(
                3,
                2,
                List.of(new FeatureStatus(
                        "charts",
                        "Charts",
                        "Draws \"tables\".",
                        "box",
                        "Team",
                        CHARTS,
                        new FeatureStatus.Updatable("1.0.0", "1.1.0"),
                        List.of())),
                List.of(
                        new RepositoryStatus(CHARTS, true, RepositoryStatus.State.AWAY, "DT-FETCH-001: away"),
                        new RepositoryStatus(BARE, false, RepositoryStatus.State.CONNECTED, "")));

        assertThat(Facts.list(snapshot)).isEqualToNormalizingNewlines("""
                {
                  "generation" : 3,
                  "features" : [ {
                    "id" : "charts",
                    "version" : "1.0.0",
                    "title" : "Charts",
                    "description" : "Draws \\"tables\\".",
                    "vendor" : "Team",
                    "repository" : "https://example.org/charts/",
                    "state" : "updatable",
                    "newer" : "1.1.0"
                  } ],
                  "repositories" : [ {
                    "url" : "https://example.org/charts/",
                    "signed" : true,
                    "reachable" : false,
                    "problem" : "DT-FETCH-001: away"
                  }, {
                    "url" : "http://localhost:8080/",
                    "signed" : false,
                    "reachable" : true,
                    "problem" : ""
                  } ]
                }""");
    }

    @Test
    void aTrustedRepositoryIsToldWithItsTermsInAnOrderThatStays() {
        Namespace namespace = Namespace.of(NamePatterns.of("team.charts.*"), NamePatterns.of("com.h2database"))
                .allowing(EnumSet.of(Permission.FRAGMENTS, Permission.NATIVE));

        assertThat(Facts.repositories(
                        List.of(new Repository.Trusted("charts", CHARTS, new Fingerprint("ab".repeat(32)), namespace))))
                .isEqualToNormalizingNewlines("""
                {
                  "repositories" : [ {
                    "name" : "charts",
                    "url" : "https://example.org/charts/",
                    "root" : "%s",
                    "mirrors" : [ ],
                    "bundles" : [ "team.charts.*" ],
                    "carries" : [ "com.h2database" ],
                    "packages" : [ "team.charts", "team.charts.*" ],
                    "allows" : [ "native", "fragments" ]
                  } ]
                }""".formatted("ab".repeat(32)));
    }

    @Test
    void howItIsReachedIsToldByTheNamesOfSecrets() {
        Access access = new Access(
                List.of(URI.create("https://mirror.example.net/")),
                Optional.of(URI.create("http://proxy:3128")),
                Optional.of(new Credentials.Password("ann", "CHARTS_PASSWORD")));
        assertThat(Facts.repositories(List.of(new Repository.Trusted(
                        "charts", CHARTS, new Fingerprint("ab".repeat(32)), Namespace.UNBOUNDED, access))))
                .contains("\"mirrors\" : [ \"https://mirror.example.net/\" ]")
                .contains("\"proxy\" : \"http://proxy:3128\"")
                .contains("\"user\" : \"ann\"", "\"password\" : \"CHARTS_PASSWORD\"");
    }
}
