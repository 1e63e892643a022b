package dev.dovetail.provisioner.gate;

import java.util.ArrayList;
import java.util.List;

/** What was found against one jar, in the order in which it was found. */
final class Findings {

    private static final int MOST = 20;

    private final String where;
    private final List<Finding> all = new ArrayList<>();

    Findings(String where) {
        this.where = where;
    }

    /** The sentence goes without its place and its full stop. */
    void add(Rule rule, String sentence) {
        if (all.size() < MOST) {
            all.add(rule.finding(sentence + " in " + where + "."));
        }
    }

    void expected(Rule rule, String what, String found) {
        add(rule, "Expected " + what + ", found \"" + Names.printable(found) + '"');
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
