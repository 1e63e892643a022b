package dev.dovetail.provisioner.fetch;

/** What a repository asks for before it answers. Names where a secret is; never holds one. */
public sealed interface Credentials {

    /** @return the name of the secret: of an environment variable, or of an entry in the file of secrets */
    String secret();

    /**
     * A bearer token (RFC 6750).
     *
     * @param secret the name of the token
     */
    record Token(String secret) implements Credentials {

        /** Checks the name. */
        public Token {
            check(secret);
        }
    }

    /**
     * A user with a password (RFC 7617).
     *
     * @param user the user; without a colon
     * @param secret the name of the password
     */
    record Password(String user, String secret) implements Credentials {

        /** Checks both. */
        public Password {
            if (user.isEmpty() || user.indexOf(':') >= 0 || user.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("Expected a user's name without a colon, found: \"" + user + '"');
            }
            check(secret);
        }
    }

    private static void check(String secret) {
        if (!secret.matches("[A-Za-z_][A-Za-z0-9_]{0,127}")) {
            throw new IllegalArgumentException("Expected the name of an environment variable, found: \"" + secret
                    + "\". The secret itself is never given here.");
        }
    }
}
