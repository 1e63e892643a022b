package dev.dovetail.provisioner.gate;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which paths, and which steps of them, mean the same on every operating system. */
final class PathForm {

    /** Of ASCII, by code: what may stand in a step of a path. */
    private static final boolean[] PLAIN = plain();

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");
    private static final Set<String> NUMBERED_DEVICES = Set.of("com", "lpt");
    /** Windows takes the superscript ones for digits too. */
    private static final String NUMBERS = "0123456789\u00b9\u00b2\u00b3";

    private static final int SHORTEST_DEVICE = 3;
    private static final int LONGEST_DEVICE = 7;
    private static final List<String> EXACT = List.of("META-INF", "OSGI-INF");

    private PathForm() {}

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x7f];
        for (char c = ' '; c < plain.length; c++) {
            plain[c] = "\\:*?\"<>|/".indexOf(c) < 0;
        }
        return plain;
    }

    static boolean isPlain(String path) {
        int begin = 0;
        while (begin <= path.length()) {
            int slash = path.indexOf('/', begin);
            int end = slash < 0 ? path.length() : slash;
            if (!isPlainStep(path.substring(begin, end))) {
                return false;
            }
            begin = end + 1;
        }
        return true;
    }

    /** Also refuses {@code .}, {@code ..} and nothing at all: each of them ends with a dot, or is empty. */
    static boolean isPlainStep(String step) {
        int length = step.length();
        if (length == 0 || isBlankOrDot(step.charAt(length - 1)) || step.charAt(0) == ' ') {
            return false;
        }
        int stem = length;
        for (int i = length - 1; i >= 0; i--) {
            char c = step.charAt(i);
            if (c >= PLAIN.length ? isInvisible(c) : !PLAIN[c]) {
                return false;
            }
            stem = c == '.' ? i : stem;
        }
        return stem < SHORTEST_DEVICE || !isDevice(step.substring(0, stem).strip());
    }

    private static boolean isBlankOrDot(char c) {
        return c == ' ' || c == '.';
    }

    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    /** Windows takes such a name for a device in every directory, whatever comes after a dot. */
    private static boolean isDevice(String stem) {
        if (stem.length() > LONGEST_DEVICE) {
            return false;
        }
        String lower = stem.toLowerCase(Locale.ROOT);
        return DEVICES.contains(lower)
                || (lower.length() == SHORTEST_DEVICE + 1
                        && NUMBERED_DEVICES.contains(lower.substring(0, SHORTEST_DEVICE))
                        && NUMBERS.indexOf(lower.charAt(SHORTEST_DEVICE)) >= 0);
    }

    /** Some readers find these whatever their case. */
    static boolean isPlainRoot(String directory) {
        return EXACT.stream().noneMatch(exact -> exact.equalsIgnoreCase(directory) && !exact.equals(directory));
    }
}
