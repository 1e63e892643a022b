package dev.dovetail.trust.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The form of JSON that is signed, <a href="http://wiki.laptop.org/go/Canonical_JSON">OLPC canonical JSON</a>: no blanks,
 * names in the order of their code points, and of all characters only the quotation mark and the backslash escaped. A
 * control character stands as it is, so this form is signed but not always readable as JSON: {@link JsonWriter} writes
 * files.
 */
public final class CanonicalJson {

    /** UTF-8 compares like code points; Java's own strings don't beyond the basic plane. */
    private static final Comparator<Map.Entry<byte[], Json>> BY_CODE_POINTS =
            (a, b) -> Arrays.compareUnsigned(a.getKey(), b.getKey());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CanonicalJson() {}

    /**
     * @param value a JSON value
     * @return its canonical form: equal values have equal bytes, different ones different
     */
    public static byte[] bytes(Json value) {
        CanonicalJson canonical = new CanonicalJson();
        canonical.write(value);
        return canonical.out.toByteArray();
    }

    private void write(Json value) {
        if (value instanceof Json.Text text) {
            quoted(text.value().getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Json.Whole whole) {
            ascii(Long.toString(whole.value()));
        } else if (value instanceof Json.Flag flag) {
            ascii(flag.value() ? "true" : "false");
        } else if (value instanceof JsonArray array) {
            list(array.elements());
        } else if (value instanceof JsonObject object) {
            members(object.members());
        } else {
            ascii("null");
        }
    }

    private void list(List<Json> elements) {
        out.write('[');
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            write(elements.get(i));
        }
        out.write(']');
    }

    private void members(Map<String, Json> members) {
        List<Map.Entry<byte[], Json>> sorted = members.entrySet().stream()
                .map(member -> Map.entry(member.getKey().getBytes(StandardCharsets.UTF_8), member.getValue()))
                .sorted(BY_CODE_POINTS)
                .toList();
        out.write('{');
        for (int i = 0; i < sorted.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            quoted(sorted.get(i).getKey());
            out.write(':');
            write(sorted.get(i).getValue());
        }
        out.write('}');
    }

    private void quoted(byte[] text) {
        out.write('"');
        for (byte b : text) {
            if (b == '"' || b == '\\') {
                out.write('\\');
            }
            out.write(b);
        }
        out.write('"');
    }

    private void ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
