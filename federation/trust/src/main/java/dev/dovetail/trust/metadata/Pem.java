package dev.dovetail.trust.metadata;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text form of public keys. */
final class Pem {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private Pem() {}

    static byte[] decode(String text) {
        String bare = text.strip();
        if (!bare.startsWith(BEGIN) || !bare.endsWith(END) || bare.length() < BEGIN.length() + END.length()) {
            throw new IllegalArgumentException("Expected a PEM public key");
        }
        return Base64.getMimeDecoder().decode(bare.substring(BEGIN.length(), bare.length() - END.length()));
    }

    static String encode(byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return BEGIN + "\n" + lines.encodeToString(der) + "\n" + END + "\n";
    }
}
