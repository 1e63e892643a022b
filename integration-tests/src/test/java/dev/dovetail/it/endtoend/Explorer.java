package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

/** The explorer team's view in a running window, open with a result. */
final class Explorer {

    private static final List<String> NODES =
            List.of("#view-explorer-tables", "#explorer-sql", "#explorer-result", "#explorer-status");

    private final Shell shell;
    private int year = 1980;

    private Explorer(Shell shell) {
        this.shell = shell;
    }

    static Explorer open(Shell shell) throws IOException {
        Explorer explorer = new Explorer(shell);
        shell.ask("press", "#rail-explorer-tables");
        shell.ask("press", "#explorer-sample-co2");
        shell.ask("await", "#explorer-status", " rows");
        explorer.query();
        for (String node : NODES) {
            shell.ask("mark", node);
        }
        return explorer;
    }

    /** Another question each time, so that an old answer is not taken for a new one. */
    private void query() throws IOException {
        shell.ask("type", "#explorer-sql", "SELECT * FROM CO2 WHERE CAST(\"YEAR\" AS INT) >= " + year);
        shell.ask("press", "#explorer-run");
        shell.ask("await", "#explorer-status", (2024 - year) + " rows");
        year++;
    }

    /** Has its table drawn by the charts team's view. */
    void chart() throws IOException {
        shell.ask("press", "#explorer-chart");
        shell.ask("await", "#charts-title", " by ");
        shell.ask("await", "#charts-version", "1.0.0");
    }

    /** The same nodes in the same place. */
    void assertSameNodes() throws IOException {
        for (String node : NODES) {
            assertThat(shell.ask("same", node)).as(node).isEqualTo("true");
        }
    }

    /** The same nodes, and they answer questions. */
    void assertUntouched() throws IOException {
        assertSameNodes();
        query();
    }
}
