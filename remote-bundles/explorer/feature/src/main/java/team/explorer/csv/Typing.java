package team.explorer.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import team.explorer.api.Column;

/**
 * Finds out what a column holds by seeing all its cells. A column is NUMBER or DATE only when every cell that isn't
 * empty is one: a postcode such as {@code 01067} has a leading zero and makes its column TEXT.
 */
final class Typing {

    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:(?:0|[1-9][0-9]{0,99})(?:\\.[0-9]{0,99})?|\\.[0-9]{1,99})(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private boolean number = true;
    private boolean date = true;
    private boolean seen;
    private int digits;
    private int decimals;

    void see(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return;
        }
        seen = true;
        date = date && isDate(text);
        number = number && isNumber(text);
        if (number) {
            BigDecimal value = new BigDecimal(text);
            decimals = Math.max(decimals, Math.max(0, value.scale()));
            digits = Math.max(digits, value.precision() - value.scale());
        }
    }

    /** Nothing seen is TEXT. */
    Column.Kind kind() {
        return !seen ? Column.Kind.TEXT : number ? Column.Kind.NUMBER : date ? Column.Kind.DATE : Column.Kind.TEXT;
    }

    CsvColumn column(String name) {
        boolean numbers = kind() == Column.Kind.NUMBER;
        return new CsvColumn(new Column(name, kind()), numbers ? Math.max(1, digits) : 0, numbers ? decimals : 0);
    }

    static Column.Kind kindOf(String cell) {
        Typing one = new Typing();
        one.see(cell);
        return one.kind();
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static boolean isDate(String text) {
        if (!DATE.matcher(text).matches()) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
