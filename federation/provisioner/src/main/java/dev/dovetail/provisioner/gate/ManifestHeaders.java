package dev.dovetail.provisioner.gate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The main section of a manifest, read more strictly than by any reader behind us: what they take differently from each
 * other, such as lone carriage returns or folded lines behind an empty one, is refused.
 *
 * @param headers values by name, in which upper and lower case are the same
 */
record ManifestHeaders(Map<String, String> headers) {

    private static final int LONGEST_NAME = 70;
    private static final char NO_CHARACTER = '\uffff';

    ManifestHeaders {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /** Empty when there is none. */
    String value(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean has(String name) {
        return headers.containsKey(name);
    }

    static ManifestHeaders read(byte[] manifest, GateLimits limits) throws JarFormException {
        String[] lines = lines(manifest).split("\n", -1);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int line = 0;
        while (line < lines.length && !lines[line].isEmpty()) {
            int end = line + 1;
            while (end < lines.length && lines[end].startsWith(" ")) {
                end++;
            }
            if (!lines[line].contains(": ")) {
                throw form("Expected a header, a colon and a blank, found \"" + Names.printable(lines[line])
                        + "\" at line " + (line + 1));
            }
            put(headers, decoded(unfolded(lines, line, end)), line + 1);
            if (headers.size() > limits.headers()) {
                throw new JarFormException(
                        Rule.MANIFEST_LIMIT, "Expected at most " + limits.headers() + " headers, found more");
            }
            line = end;
        }
        checkRest(lines, line);
        return new ManifestHeaders(headers);
    }

    private static String unfolded(String[] lines, int begin, int end) {
        StringBuilder whole = new StringBuilder(lines[begin]);
        for (int i = begin + 1; i < end; i++) {
            whole.append(lines[i], 1, lines[i].length());
        }
        return whole.toString();
    }

    private static void put(Map<String, String> headers, String header, int line) throws JarFormException {
        int colon = header.indexOf(": ");
        String name = colon < 0 ? header : header.substring(0, colon);
        if (colon < 1
                || colon > LONGEST_NAME
                || !name.chars().allMatch(c -> Names.isLetterOrDigit(c) || c == '-' || c == '_')) {
            throw form("Expected a header, a colon and a blank, found \"" + Names.printable(header) + "\" at line "
                    + line);
        }
        if (headers.put(name, header.substring(colon + 2)) != null) {
            throw form("Expected each header once, found " + name + " again at line " + line);
        }
    }

    /** A reader that doesn't stop at the empty line would take a folded line behind it for a header. */
    private static void checkRest(String[] lines, int from) throws JarFormException {
        for (int i = from; i < lines.length; i++) {
            if (lines[i].startsWith(" ") && (i == 0 || lines[i - 1].isEmpty())) {
                throw form("Expected something that goes on, found only a folded line at line " + (i + 1));
            }
        }
    }

    /** Still as bytes, one to a character: lines may be folded in the middle of a character, so they are joined first. */
    private static String lines(byte[] manifest) throws JarFormException {
        String text = new String(manifest, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineEnd = c == '\n' || (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n');
            if ((c < ' ' && c != '\t' && !lineEnd) || c == 0x7f) {
                throw form("Expected text, found control character " + (int) c + " at byte " + i);
            }
        }
        return text.replace("\r\n", "\n");
    }

    private static String decoded(String bytes) throws JarFormException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
            if (text.indexOf(NO_CHARACTER) >= 0) {
                throw form("Expected text, found a character that is none");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw form("Expected text in UTF-8, found \"" + Names.printable(bytes) + '"');
        }
    }

    private static JarFormException form(String message) {
        return new JarFormException(Rule.MANIFEST_FORM, message);
    }
}
