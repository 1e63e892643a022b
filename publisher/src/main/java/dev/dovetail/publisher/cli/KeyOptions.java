package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.publisher.keys.Passphrase;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the keys lie, and what opens them. */
final class KeyOptions {

    private static final String VARIABLE = "DOVETAIL_PASSPHRASE";

    @Option(
            names = "--keys",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Where the repository's keys are. Default: the folder beside it whose name ends in .keys.")
    private @Nullable Path directory;

    KeyFolder folder(Path repository) {
        return directory == null ? KeyFolder.beside(repository) : new KeyFolder(directory);
    }

    /** The keys that are there, or will be; asks for the passphrase where nobody gave it. */
    Keys keys(Path repository, Surroundings surroundings, boolean fresh) throws PublishException, UsageException {
        KeyFolder folder = folder(repository);
        return new Keys(folder, passphrase(folder, surroundings, fresh), surroundings.derivation());
    }

    private static Passphrase passphrase(KeyFolder folder, Surroundings surroundings, boolean fresh)
            throws PublishException, UsageException {
        String given = surroundings.environment().getOrDefault(VARIABLE, "");
        if (!given.isEmpty()) {
            return Passphrase.of(given);
        }
        Surroundings.Prompt prompt = surroundings
                .prompt()
                .orElseThrow(() -> new UsageException(
                        "The keys need a passphrase: set " + VARIABLE + ", or run this in a terminal."));
        char[] typed =
                prompt.ask((fresh ? "New passphrase" : "Passphrase") + " for the keys in " + folder.path() + ": ");
        if (fresh && !Arrays.equals(typed, prompt.ask("Again: "))) {
            throw new UsageException("The two passphrases differ; nothing was made.");
        }
        return Passphrase.of(typed);
    }
}
