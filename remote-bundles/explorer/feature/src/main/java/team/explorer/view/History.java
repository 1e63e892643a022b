package team.explorer.view;

import java.util.ArrayList;
import java.util.List;

/** The statements that were run, the latest first, each once. */
final class History {

    private static final int LONGEST = 20;

    private final List<String> statements = new ArrayList<>();

    void add(String statement) {
        statements.remove(statement);
        statements.add(0, statement);
        if (statements.size() > LONGEST) {
            statements.remove(LONGEST);
        }
    }

    void restore(List<String> saved) {
        statements.clear();
        statements.addAll(saved.stream().limit(LONGEST).toList());
    }

    boolean contains(String statement) {
        return statements.contains(statement.strip());
    }

    List<String> statements() {
        return List.copyOf(statements);
    }
}
