package team.charts.rehearsal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import team.explorer.api.Column;
import team.explorer.api.Column.Kind;
import team.explorer.api.Table;
import team.explorer.api.TableInfo;
import team.explorer.api.TableSource;

/** A source of tables that are always the same. */
public final class Tables implements TableSource {

    /** A year of sales in four regions: dates, texts and numbers. */
    public static final String SALES = "sales";

    /** Cars: numbers against numbers. */
    public static final String CARS = "cars";

    private static final List<String> REGIONS = List.of("North", "South", "East", "West");

    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final List<Table> tables = new CopyOnWriteArrayList<>(List.of(sales(), cars()));

    @Override
    public List<TableInfo> tables() {
        return tables.stream().map(Table::info).toList();
    }

    @Override
    public Table read(String tableId, int maxRows) throws IOException {
        return tables.stream()
                .filter(table -> table.info().id().equals(tableId))
                .findFirst()
                .orElseThrow(() -> new IOException("There is no such table: " + tableId));
    }

    @Override
    public Following follow(Runnable onChange) {
        followers.add(onChange);
        return () -> followers.remove(onChange);
    }

    /** @return how many follow this source */
    public int followers() {
        return followers.size();
    }

    /** Takes all tables off the offer. */
    public void clear() {
        tables.clear();
        followers.forEach(Runnable::run);
    }

    /** @param table comes on offer */
    public void add(Table table) {
        tables.add(table);
        followers.forEach(Runnable::run);
    }

    private static Table sales() {
        List<List<String>> rows = new ArrayList<>();
        for (int month = 0; month < 24; month++) {
            for (int region = 0; region < REGIONS.size(); region++) {
                double season = 1 + 0.25 * Math.sin(month / 12.0 * 2 * Math.PI) + 0.02 * month;
                long revenue = Math.round(18_000 * season * (1 + region * 0.35) + 1_700 * Math.cos(month * 7 + region));
                long cost = Math.round(revenue * (0.62 + 0.05 * Math.sin(month + region)));
                rows.add(List.of(
                        LocalDate.of(2024, 1, 1).plusMonths(month).toString(),
                        REGIONS.get(region),
                        String.valueOf(revenue),
                        String.valueOf(cost),
                        String.valueOf(revenue - cost),
                        String.valueOf(40 + region * 9 + month)));
            }
        }
        List<Column> columns = List.of(
                new Column("Month", Kind.DATE),
                new Column("Region", Kind.TEXT),
                new Column("Revenue", Kind.NUMBER),
                new Column("Cost", Kind.NUMBER),
                new Column("Profit", Kind.NUMBER),
                new Column("Orders", Kind.NUMBER));
        return new Table(new TableInfo(SALES, "sales-2024.csv", rows.size()), columns, rows);
    }

    private static Table cars() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            double weight = 850 + i * 6.5 + 160 * Math.sin(i * 12.9898);
            double mileage = 52 - weight / 62 + 5 * Math.sin(i * 78.233);
            rows.add(List.of(
                    "Car " + i, String.valueOf(Math.round(weight)), String.valueOf(Math.round(mileage * 10) / 10.0)));
        }
        List<Column> columns = List.of(
                new Column("Model", Kind.TEXT), new Column("Weight", Kind.NUMBER), new Column("Mileage", Kind.NUMBER));
        return new Table(new TableInfo(CARS, "cars.csv", rows.size()), columns, rows);
    }
}
