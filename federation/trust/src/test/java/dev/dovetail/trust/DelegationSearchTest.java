package dev.dovetail.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Digests;
import dev.dovetail.trust.metadata.PathSet;
import dev.dovetail.trust.sample.SampleRepository;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelegationSearchTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final byte[] CONTENT = {1, 2, 3};

    private final SampleRepository repository = new SampleRepository();
    private final List<String> asked = new ArrayList<>();

    @Test
    void aFileOfTheTopLevelIsFoundWithoutAskingFurther() throws Exception {
        repository.addTarget("targets", "file", CONTENT).delegate("targets", "A", false, "*");

        assertThat(search("file")).isInstanceOfSatisfying(Search.Found.class, found -> {
            assertThat(found.role()).isEqualTo("targets");
            assertThat(found.file().length()).isEqualTo(3);
        });
        assertThat(asked).isEmpty();
    }

    @Test
    void rolesAreAskedBeforeThoseBelowThemAndThoseBeforeTheNext() throws Exception {
        delegate("targets", "A")
                .delegate("targets", "B", false, "*")
                .delegate("A", "C", false, "*")
                .delegate("A", "D", false, "*");

        assertThat(search("missing")).isEqualTo(Search.Ended.NOT_THERE);
        assertThat(asked).containsExactly("A", "C", "D", "B");
    }

    /** CVE-2024-47534: another client asked in the order of its hash table. */
    @Test
    void amongManyDelegationsTheFirstInTheListWins() throws Exception {
        List<String> roles = List.of("z", "b", "y", "a", "x", "c", "w", "d", "v", "e");
        for (String role : roles) {
            delegate("targets", role).addTarget(role, "file", role.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(search("file")).isInstanceOfSatisfying(Search.Found.class, found -> assertThat(found.role())
                .isEqualTo("z"));
        assertThat(search("missing")).isEqualTo(Search.Ended.NOT_THERE);
        assertThat(asked.subList(1, asked.size())).containsExactlyElementsOf(roles);
    }

    @Test
    void aRoleIsOnlyAskedForPathsThatAreItsOwn() throws Exception {
        repository
                .delegate("targets", "A", false, "*.md", "*.doc")
                .delegate("targets", "B", false, "releases/*/*")
                .delegate("B", "C", false, "releases/x/*")
                .delegate("B", "D", false, "releases/y/*.zip")
                .addTarget("C", "releases/x/one", CONTENT)
                .addTarget("D", "releases/z/stolen.zip", CONTENT);

        assertThat(search("releases/x/one")).isInstanceOf(Search.Found.class);
        assertThat(asked).containsExactly("B", "C");
        asked.clear();
        assertThat(search("releases/z/stolen.zip")).isEqualTo(Search.Ended.NOT_THERE);
        assertThat(asked).containsExactly("B");
    }

    @Test
    void aRoleCannotSignForANameThatIsNotItsOwn() throws Exception {
        repository
                .delegate("targets", "team-a", true, "bundles/team.a.*/*")
                .addTarget("team-a", "bundles/team.b.x/b.jar", CONTENT);

        assertThat(search("bundles/team.b.x/b.jar")).isEqualTo(Search.Ended.NOT_THERE);
    }

    @Test
    void nobodyAfterATerminatingRoleIsAsked() throws Exception {
        delegate("targets", "A")
                .delegate("targets", "B", false, "*")
                .delegate("A", "C", true, "*")
                .delegate("A", "D", false, "*")
                .delegate("C", "E", false, "*")
                .addTarget("B", "file", CONTENT)
                .addTarget("D", "file", CONTENT);

        assertThat(search("file")).isEqualTo(Search.Ended.NOT_THERE);
        assertThat(asked).containsExactly("A", "C", "E");
    }

    @Test
    void aTerminatingRoleEndsNothingForPathsThatAreNotItsOwn() throws Exception {
        repository
                .delegate("targets", "A", true, "*.md")
                .delegate("targets", "B", false, "*")
                .addTarget("B", "file", CONTENT);

        assertThat(search("file")).isInstanceOf(Search.Found.class);
    }

    @Test
    void circlesEnd() throws Exception {
        delegate("targets", "A")
                .delegate("A", "B", false, "*")
                .delegate("B", "A", false, "*")
                .delegate("B", "B", false, "*");

        assertThat(search("missing")).isEqualTo(Search.Ended.NOT_THERE);
        assertThat(asked).containsExactly("A", "B");
    }

    @Test
    void notMoreRolesAreAskedThanThereAreEverReasonableOnes() throws Exception {
        for (int i = 0; i < DelegationSearch.MOST_ROLES + 5; i++) {
            delegate("targets", "role" + i);
        }

        assertThat(search("missing")).isEqualTo(Search.Ended.NOT_THERE);
        assertThat(asked).hasSize(DelegationSearch.MOST_ROLES - 1);
    }

    @Test
    void aRoleMayHaveAShareOfAllPathsByTheirDigest() throws Exception {
        String digest =
                Digests.sha256("file".getBytes(StandardCharsets.UTF_8)).sha256().orElseThrow();
        String other = digest.charAt(0) == '0' ? "1" : "0";
        repository.addKey("bin").addKey("other");
        repository
                .delegate(
                        "targets",
                        new DelegatedRole(
                                "other", repository.role("other"), true, PathSet.hashPrefixes(List.of(other))))
                .delegate(
                        "targets",
                        new DelegatedRole(
                                "bin",
                                repository.role("bin"),
                                true,
                                PathSet.hashPrefixes(List.of("zz", digest.substring(0, 3)))))
                .addTarget("bin", "file", CONTENT);

        assertThat(search("file")).isInstanceOf(Search.Found.class);
        assertThat(asked).containsExactly("bin");
    }

    /**
     * A diamond: A and B both delegate to C, B with other keys. Other clients verified C once, for A, and then believed it
     * on B's behalf, too.
     */
    @Test
    void whatIsVerifiedForOneDelegatorIsNotBelievedForAnother() throws Exception {
        repository
                .delegate("targets", "A", false, "a/*")
                .delegate("targets", "B", false, "b/*")
                .delegate("A", "C", false, "*/*");
        var signing = List.copyOf(repository.signers("C"));
        repository.rotate("C").delegate("B", "C", false, "*/*");
        repository.signers("C").clear();
        repository.signers("C").addAll(signing);
        repository.addTarget("C", "a/file", CONTENT).addTarget("C", "b/file", CONTENT);
        repository.publish("targets", "A", "B", "C");

        TrustedSet set = topLevel();
        while (set.search("a/file") instanceof Search.Wanted wanted) {
            set = take(set, wanted);
        }
        TrustedSet viaA = set;
        assertThat(viaA.search("a/file")).isInstanceOf(Search.Found.class);
        TrustedSet withB = take(viaA, (Search.Wanted) viaA.search("b/file"));
        Search.Wanted again = (Search.Wanted) withB.search("b/file");
        assertThat(again.delegation()).hasToString("B → C");
        assertThatExceptionOfType(TrustException.class)
                .isThrownBy(() -> take(withB, again))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.BELOW_THRESHOLD));
    }

    @Test
    void whatIsVerifiedForADelegationIsNotAskedForAgain() throws Exception {
        delegate("targets", "A").addTarget("A", "one", CONTENT).addTarget("A", "two", CONTENT);
        repository.publish("targets", "A");

        TrustedSet set = topLevel();
        set = take(set, (Search.Wanted) set.search("one"));

        assertThat(set.search("one")).isInstanceOf(Search.Found.class);
        assertThat(set.search("two")).isInstanceOf(Search.Found.class);
    }

    @Test
    void aDelegatedRoleThatIsExpiredEndsTheSearch() throws Exception {
        delegate("targets", "A").expire("A", NOW).publish("targets", "A");
        TrustedSet set = topLevel();

        assertThatExceptionOfType(TrustException.class)
                .isThrownBy(() -> take(set, (Search.Wanted) set.search("file")))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED));
    }

    @Test
    void aRolesNameIsShownWithoutWhatTerminalsObey() throws Exception {
        delegate("targets", "\u001b[2J\u202e" + "x".repeat(100));
        repository.publish("targets");
        TrustedSet set = topLevel();

        assertThatExceptionOfType(TrustException.class)
                .isThrownBy(() -> set.withTargets(((Search.Wanted) set.search("file")).delegation(), new byte[0]))
                .withMessage("Expected \"?[2J?" + "x".repeat(55) + "…\" in the snapshot, found nothing of it");
    }

    private SampleRepository delegate(String delegator, String role) {
        return repository.delegate(delegator, role, false, "*");
    }

    private Search search(String path) throws TrustException {
        repository.publishAll();
        TrustedSet set = topLevel();
        while (set.search(path) instanceof Search.Wanted wanted) {
            asked.add(wanted.delegation().role());
            set = take(set, wanted);
        }
        return set.search(path);
    }

    private TrustedSet topLevel() throws TrustException {
        TrustedSet set = TrustedSet.from(repository.root(1), NOW)
                .withTimestamp(repository.newest("timestamp"))
                .withSnapshot(repository.newest("snapshot"));
        return set.withTargets(set.topLevel(), repository.newest("targets"));
    }

    private TrustedSet take(TrustedSet set, Search.Wanted wanted) throws TrustException {
        return set.withTargets(
                wanted.delegation(), repository.newest(wanted.delegation().role()));
    }
}
