package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.Introduction;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.RepositoryAddress;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.trust.Fingerprint;
import java.net.URI;
import java.util.Optional;

/**
 * Decides about repositories that a person names for the first time: by the fingerprint they give, else by asking them,
 * else not at all.
 */
final class Trusting {

    private static final String UNSIGNED = "DT-FETCH-015";

    private final Introduction introduction;
    private final Question question;

    Trusting(Introduction introduction, Question question) {
        this.introduction = introduction;
        this.question = question;
    }

    /** A repository as it stands in a command: its address and, behind a {@code #}, its fingerprint. */
    Repository named(String text, Profile profile, boolean insecureLoopback) throws ProvisioningException {
        int hash = text.indexOf('#');
        String address = hash < 0 ? text : text.substring(0, hash);
        Optional<Repository> known = profile.repository(address);
        if (known.isPresent()) {
            return known.get();
        }
        URI url = RepositoryAddress.parse(address);
        if (insecureLoopback) {
            return unsigned(url);
        }
        Fingerprint root = hash < 0 ? agreed(url) : fingerprint(text.substring(hash + 1));
        return introduction.meet(url, root, profile);
    }

    private static Repository.Unsigned unsigned(URI url) throws RefusedException {
        if (!RepositoryAddress.isLoopback(url)) {
            throw new RefusedException(
                    "DT-TRUST-023",
                    "Expected an address on this machine for --insecure-loopback, found: " + url,
                    "Only signed repositories may be elsewhere. A publisher makes one with: dovetail repository init.");
        }
        return new Repository.Unsigned(url);
    }

    static Fingerprint fingerprint(String text) throws RefusedException {
        try {
            return Fingerprint.parse(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    "DT-TRUST-024",
                    "Expected a fingerprint of 64 hexadecimal digits, found: " + text,
                    "The publisher gives it; repository init and repository keys show it.",
                    e);
        }
    }

    /** Shows the fingerprint of what answers, and asks; where nobody can be asked, nothing is trusted. */
    Fingerprint agreed(URI url) throws ProvisioningException {
        Fingerprint found = found(url);
        String answer = question.ask("The repository at " + url + " is new. Its fingerprint is\n\n    " + found
                        + "\n\nCompare it with the one that its publisher gives by another way. Trust it? [y/N] ")
                .orElseThrow(() -> nobody(url, found));
        if (!answer.strip().matches("(?i)y(es)?")) {
            throw new RefusedException("DT-TRUST-025", "Not trusted: " + url + ". Nothing was changed.", "");
        }
        return found;
    }

    /** What is unsigned on this machine may be somebody's own work of the last hour. */
    private Fingerprint found(URI url) throws RepositoryException {
        try {
            return introduction.fingerprint(url);
        } catch (RepositoryException e) {
            if (!e.code().equals(UNSIGNED) || !RepositoryAddress.isLoopback(url)) {
                throw e;
            }
            throw new RepositoryException(
                    e.code(),
                    String.valueOf(e.getMessage()),
                    e.hint()
                            + ". To try what you are writing: --insecure-loopback takes it without signatures, this once.",
                    e);
        }
    }

    private static RefusedException nobody(URI url, Fingerprint found) {
        return new RefusedException(
                "DT-TRUST-022",
                "Expected a fingerprint for the new repository " + url
                        + ", since nobody can be asked here. What answers there has " + found + ".",
                "Compare it with the one that the publisher gives by another way, then: dovetail repository add " + url
                        + " --fingerprint \"" + found + "\"");
    }
}
