package team.explorer.query;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.h2.util.ParserUtil;

/** Names of tables and columns, as SQL writes them. */
public final class Identifiers {

    static final Set<String> COLUMN_NAMES = Set.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "VALUE", "KEY");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Identifiers() {}

    /**
     * @param name any name
     * @return the name, in double quotes where SQL would otherwise read something else
     */
    public static String readable(String name) {
        return PLAIN.matcher(name).matches() && !keyword(name) ? name : quoted(name);
    }

    private static boolean keyword(String name) {
        return ParserUtil.isKeyword(name, true) && !COLUMN_NAMES.contains(name.toUpperCase(Locale.ROOT));
    }

    /**
     * @param fileName the name of a file without its extension
     * @param taken the names of tables that are there already
     * @return a name that needs no quotes, except for keywords, and isn't taken
     */
    public static String tableName(String fileName, Collection<String> taken) {
        String plain = fileName.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String wish = plain.isEmpty() ? "data" : Character.isDigit(plain.charAt(0)) ? "t_" + plain : plain;
        String name = wish;
        for (int n = 2; taken.contains(name); n++) {
            name = wish + "_" + n;
        }
        return name;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
