package team.explorer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import team.explorer.query.Statements.Statement;

class StatementsTest {

    private static final String TWO = "SELECT 1;\n\n SELECT 2 ; ";

    @Test
    void takesTheStatementAroundTheCaret() throws SqlProblem {
        assertThat(Statements.at(TWO, 3)).isEqualTo(new Statement("SELECT 1", 0));
        assertThat(Statements.at(TWO, 14)).isEqualTo(new Statement("SELECT 2", 12));
    }

    @Test
    void takesTheLastOneBehindTheEnd() throws SqlProblem {
        assertThat(Statements.at(TWO, TWO.length()).text()).isEqualTo("SELECT 2");
    }

    @Test
    void doesNotSplitInTextsNamesAndComments() throws SqlProblem {
        String sql = "SELECT 'a;b', \"c;d\" -- e;f\n /* g;h */ FROM t";

        assertThat(Statements.at(sql + ";", 0).text()).isEqualTo(sql);
    }

    @Test
    void saysWhatToTypeWhenThereIsNothing() {
        assertThatThrownBy(() -> Statements.at(" ; \n", 0)).hasMessageStartingWith("There is nothing to run.");
    }
}
