package team.explorer.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import team.explorer.api.Column;
import team.explorer.api.Column.Kind;

class CsvFileTest {

    @Test
    void readsQuotedCellsWithDelimitersQuotesAndLineEnds() throws IOException {
        assertThat(rows("name,note\r\nIo,\"a, \"\"b\"\"\r\nc\"\r\n")).containsExactly(List.of("Io", "a, \"b\"\r\nc"));
    }

    @Test
    void leavesTheByteOrderMarkAway() throws IOException {
        assertThat(look("\uFEFFname,radius\nIo,1821\n").columns().get(0).name()).isEqualTo("name");
    }

    @Test
    void findsOutWhatTheColumnsHold() throws IOException {
        assertThat(look("name,radius,seen,code,mixed,none\nIo,1821.6,1610-01-08,007,1,\nEuropa,-1.5e3,,42,x,\n")
                        .columns())
                .containsExactly(
                        new Column("name", Kind.TEXT),
                        new Column("radius", Kind.NUMBER),
                        new Column("seen", Kind.DATE),
                        new Column("code", Kind.TEXT),
                        new Column("mixed", Kind.TEXT),
                        new Column("none", Kind.TEXT));
    }

    @Test
    void takesADayThatDoesNotExistAsText() throws IOException {
        assertThat(look("day\n2023-02-30\n").columns()).containsExactly(new Column("day", Kind.TEXT));
    }

    @Test
    void givesNumbersAsPlainDecimals() throws IOException {
        assertThat(look("n\n1.5e3\n 2 \n+3\n").table("n", 9).rows())
                .containsExactly(List.of("1500"), List.of("2"), List.of("3"));
    }

    @Test
    void namesColumnsItselfWhenTheFirstLineIsData() throws IOException {
        CsvFile file = look("Io,1821.6\nEuropa,1560.8\n");

        assertThat(file.columns()).extracting(Column::name).containsExactly("column_1", "column_2");
        assertThat(file.shape().rows()).isEqualTo(2);
    }

    @Test
    void makesNamesDistinctAndFillsGaps() throws IOException {
        assertThat(look("a,A,,b\n1,2,3,x\n").columns())
                .extracting(Column::name)
                .containsExactly("a", "A_2", "column_3", "b");
    }

    @Test
    void readsNoMoreRowsThanAskedFor() throws IOException {
        CsvFile file = look("n\n1\n2\n3\n");

        assertThat(file.table("n", 2).rows()).hasSize(2);
        assertThat(file.table("n", 0).rows()).isEmpty();
        assertThat(file.table("n", 0).info().rows()).isEqualTo(3);
    }

    @Test
    void saysInWhichLineACellIsMissing() {
        assertThatThrownBy(() -> look("a,b\n1,2\n\n3\n"))
                .isInstanceOf(CsvException.class)
                .hasMessage("moons.csv, line 4: expected 2 cells as in the first line, found: 1");
    }

    @Test
    void saysWhereAQuotedCellBeganThatIsNeverClosed() {
        assertThatThrownBy(() -> look("a,b\n1,\"x\"\n2,\"open\n3,y\n4,z"))
                .hasMessage("moons.csv, line 3: a quoted cell begins here and is never closed");
    }

    @Test
    void saysWhatStandsBehindAClosingQuote() {
        assertThatThrownBy(() -> look("a,b\n1,\"x\"y\n"))
                .hasMessageStartingWith("moons.csv, line 2: unexpected character after closing quote");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> look("\n\n")).hasMessage("moons.csv is empty. Expected at least one line.");
    }

    @Test
    void refusesTextThatIsNotUtf8AndSaysWhatToDo() {
        TextSource latin = new TextSource("moons.csv", "name\nCaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> CsvFile.look(latin))
                .hasMessage("moons.csv isn't UTF-8 text. Save it as “CSV UTF-8” and open it again.");
    }

    @Test
    void refusesBytesThatTurnBadFarIntoTheFile() {
        byte[] bytes = ("name\n" + "abcdefgh\n".repeat(20_000) + "Caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CsvFile.look(new TextSource("moons.csv", bytes)))
                .hasMessageContaining("isn't UTF-8 text");
    }

    private static CsvFile look(String text) throws IOException {
        return CsvFile.look(TextSource.of("moons.csv", text));
    }

    private static List<List<String>> rows(String text) throws IOException {
        return look(text).table("moons", 100).rows();
    }
}
