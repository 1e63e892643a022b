package dev.dovetail.publisher.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a change was about to do, so that the next one can tell how far it came. Lines of text: {@code new PATH} for each
 * hidden file, {@code show SHA256 PATH} for each visible one, between a first and a last line that never differ.
 *
 * @param hidden files that were not there before
 * @param visible the digests that visible files have afterwards, in order
 */
record Journal(List<String> hidden, Map<String, String> visible) {

    private static final String BEGIN = "dovetail-journal 1";
    private static final String END = "end";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PATH =
            Pattern.compile("(metadata|targets)(/[A-Za-z0-9_%-][A-Za-z0-9_%.-]*)*/[A-Za-z0-9_%-][A-Za-z0-9_%.-]*");

    byte[] write() {
        StringBuilder text = new StringBuilder(BEGIN).append('\n');
        hidden.forEach(path -> text.append("new ").append(path).append('\n'));
        visible.forEach((path, digest) ->
                text.append("show ").append(digest).append(' ').append(path).append('\n'));
        return text.append(END).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whoever can write into a repository could write a journal too: it names nothing outside. */
    static Journal read(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        require(lines.size() >= 2 && lines.get(0).equals(BEGIN), lines.isEmpty() ? "" : lines.get(0));
        require(lines.get(lines.size() - 1).equals(END), lines.get(lines.size() - 1));
        List<String> hidden = new ArrayList<>();
        Map<String, String> visible = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] words = line.split(" ", -1);
            if (words.length == 2 && words[0].equals("new")) {
                hidden.add(path(words[1]));
            } else {
                require(
                        words.length == 3
                                && words[0].equals("show")
                                && DIGEST.matcher(words[1]).matches(),
                        line);
                visible.put(path(words[2]), words[1]);
            }
        }
        return new Journal(hidden, visible);
    }

    static String path(String path) {
        require(PATH.matcher(path).matches(), path);
        return path;
    }

    private static void require(boolean kept, String found) {
        if (!kept) {
            throw new IllegalArgumentException("expected a line of a journal, found: " + found);
        }
    }
}
