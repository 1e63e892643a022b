package dev.dovetail.trust.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.json.CanonicalJson;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.json.JsonReader;
import dev.dovetail.trust.json.JsonWriter;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.Kind;
import dev.dovetail.trust.metadata.Metadata;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Signed;
import java.util.List;

/** Whatever the bytes are: they are refused in words, or read in one way only. */
class MetadataFuzzTest {

    private static final List<Kind<?>> KINDS = List.of(Kind.ROOT, Kind.TIMESTAMP, Kind.SNAPSHOT, Kind.TARGETS);

    @FuzzTest(maxDuration = "2h", maxExecutions = 1_000_000)
    void anyBytes(byte[] bytes) {
        JsonObject json;
        try {
            json = JsonReader.read(bytes);
        } catch (JsonException e) {
            assertThat(e).hasMessageContaining("expected");
            return;
        }
        readsTheSameAgain(json);
        KINDS.forEach(kind -> readsMetadata(kind, bytes));
    }

    private static void readsTheSameAgain(JsonObject json) {
        try {
            JsonObject again = JsonReader.read(JsonWriter.bytes(json));
            assertThat(again).isEqualTo(json);
            assertThat(CanonicalJson.bytes(again)).isEqualTo(CanonicalJson.bytes(json));
        } catch (JsonException e) {
            throw new AssertionError("What was written is not read", e);
        }
    }

    private static <T extends Metadata> void readsMetadata(Kind<T> kind, byte[] bytes) {
        Signed<T> file;
        try {
            file = Signed.read(kind, "file", bytes);
        } catch (TrustException e) {
            assertThat(e).hasMessageContaining("expected").hasMessageEndingWith("in file");
            return;
        }
        if (file.content() instanceof Root root) {
            root.roles().values().forEach(role -> file.signers(role, root.keys()));
            root.keys().values().forEach(Key::id);
        }
        try {
            assertThat(Signed.read(kind, "file", Signed.unsigned(file.content()).bytes())
                            .content())
                    .isEqualTo(file.content());
        } catch (TrustException e) {
            throw new AssertionError("What was written is not read", e);
        }
    }
}
