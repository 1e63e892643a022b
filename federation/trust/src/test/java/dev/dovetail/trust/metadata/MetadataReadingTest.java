package dev.dovetail.trust.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.sample.SampleRepository;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataReadingTest {

    private final SampleRepository repository = new SampleRepository()
            .describing()
            .delegate("targets", "team", true, "bundles/*")
            .addTarget("targets", "file", new byte[] {1})
            .publish("team", "targets");

    @Test
    void rolesThatNobodyKnowsAreKeptInARoot() throws Exception {
        String root = text("root").replace("\"roles\":{", "\"roles\":{\"mirrors\":{\"keyids\":[],\"threshold\":1},");

        assertThat(Signed.read(Kind.ROOT, "root", root.getBytes(UTF_8))
                        .content()
                        .roles())
                .containsKey("mirrors");
    }

    @Test
    void aRootWithoutAWordOnConsistentSnapshotsHasNone() throws Exception {
        String root = text("root").replace("\"consistent_snapshot\":true,", "");

        assertThat(Signed.read(Kind.ROOT, "root", root.getBytes(UTF_8))
                        .content()
                        .consistentSnapshot())
                .isFalse();
    }

    /** GHSA-fphv-w9fq-2525: with a threshold of 0, another client took everybody's file. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "4294967297", "null", "\"1\"", "1.0"})
    void aThresholdOfNobodyIsRefused(String threshold) {
        refused(Kind.ROOT, text("root").replace("\"threshold\":1", "\"threshold\":" + threshold));
        refused(Kind.TARGETS, text("targets").replace("\"threshold\":1", "\"threshold\":" + threshold));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "timestamp", "snapshot", "targets"})
    void aRootWithoutOneOfTheFourRolesIsRefused(String role) {
        refused(Kind.ROOT, text("root").replace("\"" + role + "\":{", "\"other\":{"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2030-01-01",
                "2030-01-01T00:00:00",
                "2030-01-01T00:00:00.5Z",
                "2030-01-01T00:00:00+00:00",
                "2030-13-01T00:00:00Z",
                "2030-01-01T24:00:00Z",
                "2030-01-01t00:00:00z",
                "+12030-01-01T00:00:00Z",
                "tomorrow"
            })
    void aTimeInAnyOtherFormIsRefused(String time) {
        refused(Kind.TIMESTAMP, text("timestamp").replace("2040-01-01T00:00:00Z", time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"length\":1,|",
                "\"length\":1,|\"length\":-1,",
                "\"length\":1,|\"length\":\"1\",",
                "\"hashes\":{\"sha256\"|\"hashes\":{\"md5\"",
                "\"terminating\":true,|",
                "\"terminating\":true,|\"terminating\":1,",
                "\"paths\":|\"elsewhere\":",
                "\"paths\":|\"path_hash_prefixes\":[],\"paths\":",
                "\"paths\":[\"bundles/*\"]|\"paths\":[1]",
                "\"name\":\"team\"|\"name\":\"\"",
                "\"name\":\"team\"|\"name\":\"targets\"",
                "\"name\":\"team\"|\"name\":\"root\"",
                "\"roles\":|\"succinct_roles\":",
                "\"_type\":\"targets\"|\"_type\":\"delegated\"",
            })
    void targetsThatSayTooLittleOrNonsenseAreRefused(String right, String wrong) {
        assertThat(text("targets")).contains(right);
        refused(Kind.TARGETS, text("targets").replace(right, wrong == null ? "" : wrong));
    }

    @Test
    void aRoleThatIsDelegatedToTwiceInOneListIsRefused() {
        String role = text("targets").replaceAll("(?s).*\"roles\":\\[(\\{.*\\})\\].*", "$1");

        refused(Kind.TARGETS, text("targets").replace(role, role + "," + role));
    }

    @Test
    void aKeyThatStandsTwiceInOneRoleIsRefused() {
        String ids = text("root").replaceAll("(?s).*\"timestamp\":\\{\"keyids\":\\[(\"[0-9a-f]+\")\\].*", "$1");

        refused(Kind.ROOT, text("root").replace("[" + ids + "]", "[" + ids + "," + ids + "]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":2|\"version\":0",
                "\"version\":2|\"version\":9007199254740993",
                "\"version\":2|\"version\":2.0",
                "\"length\":|\"length\":0,\"len\":",
                "\"hashes\":{\"sha256\":\"|\"hashes\":{},\"h\":{\"sha256\":\"",
                "\"meta\":{\"snapshot.json\"|\"meta\":{\"other.json\"",
            })
    void aTimestampThatSaysTooLittleOrNonsenseIsRefused(String right, String wrong) {
        assertThat(text("timestamp")).contains(right);
        refused(Kind.TIMESTAMP, text("timestamp").replace(right, wrong));
    }

    @Test
    void whatIsNoMetadataFileAtAllIsRefused() {
        for (String file : List.of(
                "",
                "{}",
                "[]",
                "{\"signed\":{}}",
                "{\"signatures\":[]}",
                "{\"signed\":[],\"signatures\":[]}",
                "{\"signed\":{},\"signatures\":{}}",
                "{\"signed\":{},\"signatures\":[1]}",
                "{\"signed\":{},\"signatures\":[{}]}")) {
            refused(Kind.ROOT, file);
        }
    }

    @Test
    void whatAPublisherSaysInCustomIsKeptWhateverItIs() throws Exception {
        TargetFile object = TargetFile.of(1, "0".repeat(64), JsonObject.EMPTY.with("bsn", Json.text("a.b")));
        String file = text("targets").replace("\"length\":1,", "\"length\":1,\"custom\":[1,\"two\",null],");

        assertThat(object.custom().text("bsn")).isEqualTo("a.b");
        assertThat(Signed.read(Kind.TARGETS, "t", file.getBytes(UTF_8))
                        .content()
                        .targets())
                .hasEntrySatisfying("file", odd -> {
                    assertThat(odd.extra().has("custom")).isTrue();
                    assertThat(odd.custom()).isEqualTo(JsonObject.EMPTY);
                });
    }

    @Test
    void aDelegationIsFoundByItsName() throws Exception {
        Delegations delegations = Signed.read(Kind.TARGETS, "t", repository.newest("targets"))
                .content()
                .delegations();

        assertThat(delegations.role("team")).isPresent();
        assertThat(delegations.role("other")).isEmpty();
    }

    private String text(String role) {
        return new String(repository.newest(role), UTF_8);
    }

    private static void refused(Kind<?> kind, String file) {
        assertThatExceptionOfType(TrustException.class)
                .isThrownBy(() -> Signed.read(kind, "file", file.getBytes(UTF_8)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED));
    }
}
