package dev.dovetail.provisioner.profile;

import dev.dovetail.trust.Fingerprint;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** A place to look for features. */
public sealed interface Repository {

    /** @return what people call it */
    String name();

    /** @return where it is */
    URI url();

    /** @return what it may bring */
    Namespace namespace();

    /**
     * A repository that the person decided to trust.
     *
     * @param name what people call it: lower-case letters, digits and hyphens, unique in a profile
     * @param url where it is
     * @param root the fingerprint of its first root, which all its metadata follow from
     * @param namespace what it may bring
     * @param access how it is reached
     */
    record Trusted(String name, URI url, Fingerprint root, Namespace namespace, Access access) implements Repository {

        /**
         * A repository that is reached like everybody else.
         *
         * @param name what people call it
         * @param url where it is
         * @param root the fingerprint of its first root
         * @param namespace what it may bring
         */
        public Trusted(String name, URI url, Fingerprint root, Namespace namespace) {
            this(name, url, root, namespace, Access.PLAIN);
        }

        /** Checks the name. */
        public Trusted {
            if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
                throw new IllegalArgumentException(
                        "Expected a repository's name of lower-case letters, digits and hyphens, found: " + name);
            }
        }

        /** @return where its files are, the repository itself first, its mirrors after it */
        public List<URI> places() {
            return Stream.concat(Stream.of(url), access.mirrors().stream())
                    .distinct()
                    .toList();
        }

        /** @return where its files lie in a home: another root is another repository, whatever it is called */
        public String folder() {
            return name + "-" + root.sha256().substring(0, 12);
        }
    }

    /**
     * A repository without signatures on this machine, for whoever is writing a feature. Never kept in a profile file.
     *
     * @param url where it is
     */
    record Unsigned(URI url) implements Repository {

        @Override
        public String name() {
            return url.toString();
        }

        @Override
        public Namespace namespace() {
            return Namespace.UNBOUNDED;
        }
    }
}
