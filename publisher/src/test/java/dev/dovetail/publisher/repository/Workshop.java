package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.keys.KeyDerivation;
import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.publisher.keys.Passphrase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A place to make repositories in, with keys that cost no time. */
record Workshop(Path folder) {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    Path repository() {
        return folder.resolve("R");
    }

    KeyFolder keyFolder() {
        return KeyFolder.beside(repository());
    }

    Keys keys() throws PublishException {
        return new Keys(keyFolder(), Passphrase.of("correct horse battery"), new KeyDerivation(1));
    }

    SignedRepository create(Charter charter) throws PublishException {
        return SignedRepository.create(repository(), charter, keys(), CLOCK);
    }

    SignedRepository open() throws PublishException {
        return at(NOW);
    }

    SignedRepository at(Instant now) throws PublishException {
        return SignedRepository.at(repository(), keys(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
