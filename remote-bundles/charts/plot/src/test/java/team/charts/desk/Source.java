package team.charts.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import team.explorer.api.Table;
import team.explorer.api.TableInfo;
import team.explorer.api.TableSource;

/** A source in memory, which can fail. */
final class Source implements TableSource {

    private final List<Table> tables = new ArrayList<>();
    final List<Runnable> followers = new CopyOnWriteArrayList<>();
    String failure = "";
    int reads;

    Source(Table... tables) {
        this.tables.addAll(List.of(tables));
    }

    void set(Table... now) {
        tables.clear();
        tables.addAll(List.of(now));
        followers.forEach(Runnable::run);
    }

    @Override
    public List<TableInfo> tables() {
        if (failure.equals("list")) {
            throw new IllegalStateException("broken source");
        }
        return tables.stream().map(Table::info).toList();
    }

    @Override
    public Table read(String tableId, int maxRows) throws IOException {
        reads++;
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
        return tables.stream()
                .filter(table -> table.info().id().equals(tableId))
                .findFirst()
                .orElseThrow(() -> new IOException("gone"));
    }

    @Override
    public Following follow(Runnable onChange) {
        followers.add(onChange);
        return () -> followers.remove(onChange);
    }
}
