package team.explorer.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import team.explorer.api.Column;

/** Turns values of the database into texts. */
final class Cells {

    private Cells() {}

    static Column.Kind kind(int jdbcType) {
        return switch (jdbcType) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> Column.Kind.NUMBER;
            case Types.DATE -> Column.Kind.DATE;
            default -> Column.Kind.TEXT;
        };
    }

    static List<String> row(ResultSet found, List<Column> columns) throws SQLException {
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 1; i <= columns.size(); i++) {
            cells.add(text(found, i, columns.get(i - 1).kind()));
        }
        return cells;
    }

    private static String text(ResultSet found, int i, Column.Kind kind) throws SQLException {
        return switch (kind) {
            case NUMBER -> number(found.getObject(i));
            case DATE -> orEmpty(found.getObject(i, LocalDate.class));
            case TEXT -> orEmpty(found.getString(i));
        };
    }

    /** Exact, without zeros that only the type adds. */
    private static String number(Object value) {
        if (value instanceof Double d) {
            return Double.isFinite(d) ? plain(BigDecimal.valueOf(d)) : d.toString();
        }
        if (value instanceof Float f) {
            return Float.isFinite(f) ? plain(new BigDecimal(f.toString())) : f.toString();
        }
        return value instanceof BigDecimal decimal ? plain(decimal) : orEmpty(value);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String orEmpty(Object value) {
        return value == null ? "" : value.toString();
    }
}
