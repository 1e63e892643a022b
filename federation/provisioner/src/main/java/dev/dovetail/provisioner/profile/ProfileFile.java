package dev.dovetail.provisioner.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.json.JsonTree;
import dev.dovetail.provisioner.plan.Pins;
import dev.dovetail.provisioner.store.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.VersionRange;

/** The profile on disk: {@code profile.json}, specified in {@code docs/formats/profile.md}. */
public final class ProfileFile {

    private static final int VERSION = 2;
    private static final String PINS = "pins";

    private final Path path;

    /** @param home the home directory */
    public ProfileFile(Path home) {
        this.path = home.resolve("profile.json");
    }

    /**
     * @return the profile; {@link Profile#EMPTY} when there is no file
     * @throws HomeException when the file can't be read
     */
    public Profile read() throws HomeException {
        if (!Files.exists(path)) {
            return Profile.EMPTY;
        }
        try {
            JsonTree.Members json = JsonTree.read(Files.readAllBytes(path));
            if (json.integer("format") != VERSION) {
                throw new IOException("expected format " + VERSION + ", found " + json.integer("format"));
            }
            List<Repository> repositories = new ArrayList<>();
            for (JsonTree.Members repository : json.objects("repositories")) {
                repositories.add(RepositoryFormat.read(repository));
            }
            return checked(new Profile(repositories, pins(json)));
        } catch (IOException | IllegalArgumentException | RepositoryException e) {
            throw new HomeException(
                    "DT-HOME-006",
                    "Can't read " + path + ": " + e.getMessage(),
                    "Mend the file, or remove it and add the repositories again: dovetail repository add URL.",
                    e);
        }
    }

    private static Pins pins(JsonTree.Members json) {
        Map<String, VersionRange> ranges = new TreeMap<>();
        if (json.values().containsKey(PINS)) {
            JsonTree.Members pins = json.object(PINS);
            pins.values().keySet().forEach(id -> ranges.put(id, VersionRange.valueOf(pins.text(id))));
        }
        return new Pins(ranges);
    }

    /** Two repositories for one name would leave it to chance who is asked. */
    private static Profile checked(Profile profile) throws IOException {
        for (Repository repository : profile.repositories()) {
            Repository rival = profile.rival(repository).orElse(repository);
            long namesakes = profile.repositories().stream()
                    .filter(other -> other.name().equals(repository.name()))
                    .count();
            if (rival != repository || namesakes > 1) {
                throw new IOException("expected each name, of a repository or a bundle, in one repository, found "
                        + repository.name() + " and " + rival.name());
            }
        }
        return profile;
    }

    /**
     * Keeps the trusted repositories and the pins; unsigned ones are never remembered.
     *
     * @param profile what to keep
     * @throws HomeException when it can't be written; the old one is as it was
     */
    public void write(Profile profile) throws HomeException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("format", VERSION);
            json.writeArrayFieldStart("repositories");
            for (Repository repository : profile.repositories()) {
                if (repository instanceof Repository.Trusted trusted) {
                    RepositoryFormat.write(trusted, json);
                }
            }
            json.writeEndArray();
            write(profile.pins(), json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        try {
            new AtomicFile(path).write(out.toByteArray());
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-007",
                    "Can't write " + path + ": " + e.getMessage(),
                    "Check that the disk has room and that the directory may be written.",
                    e);
        }
    }

    private static void write(Pins pins, JsonGenerator json) throws IOException {
        if (pins.ranges().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(PINS);
        for (Map.Entry<String, VersionRange> pin : pins.ranges().entrySet()) {
            json.writeStringField(pin.getKey(), pin.getValue().toString());
        }
        json.writeEndObject();
    }
}
