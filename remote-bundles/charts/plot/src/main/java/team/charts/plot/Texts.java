package team.charts.plot;

import java.util.ArrayList;
import java.util.List;

/** Writes any list of texts as one text, and reads it again. */
final class Texts {

    private static final char ESCAPE = '\\';
    private static final char END = ';';

    private Texts() {}

    static String join(List<String> texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            joined.append(text.replace("\\", "\\\\").replace(";", "\\;")).append(END);
        }
        return joined.toString();
    }

    static List<String> split(String joined) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            if (c == END) {
                texts.add(text.toString());
                text.setLength(0);
            } else {
                text.append(c == ESCAPE && i + 1 < joined.length() ? joined.charAt(++i) : c);
            }
        }
        return texts;
    }
}
