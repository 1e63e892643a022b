package team.explorer.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import team.explorer.api.Column.Kind;

/** Decides whether the first line of a file names its columns, and what the columns are called. */
final class Heading {

    private Heading() {}

    /**
     * Every column of numbers or dates votes: a text above it is a name, another number is data. Without a vote, the
     * first line names the columns when its cells are filled, distinct texts.
     */
    static boolean names(List<String> first, List<Kind> below) {
        int votes = IntStream.range(0, first.size())
                .filter(i -> below.get(i) != Kind.TEXT)
                .map(i -> Typing.kindOf(first.get(i)) == Kind.TEXT
                                && !first.get(i).isBlank()
                        ? 1
                        : -1)
                .sum();
        return votes == 0 ? couldBeNames(first) : votes > 0;
    }

    private static boolean couldBeNames(List<String> first) {
        return first.stream().noneMatch(String::isBlank)
                && first.stream().allMatch(cell -> Typing.kindOf(cell) == Kind.TEXT)
                && new HashSet<>(first).size() == first.size();
    }

    /** Distinct, also without regard to case, and never empty. */
    static List<String> distinct(List<String> cells) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String wish =
                    cells.get(i).isBlank() ? "column_" + (i + 1) : cells.get(i).strip();
            String name = wish;
            for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                name = wish + "_" + n;
            }
            names.add(name);
        }
        return names;
    }
}
