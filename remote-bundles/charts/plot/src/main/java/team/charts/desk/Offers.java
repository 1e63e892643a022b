package team.charts.desk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import team.explorer.api.TableInfo;
import team.explorer.api.TableSource;

/**
 * The tables that all sources have on offer, as sources come and go. Any thread. Sources belong to other features: what
 * they throw is logged, and they count as offering nothing.
 */
public final class Offers implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Offers.class.getName());
    private static final Runnable NOBODY = () -> {};

    private final Map<TableSource, TableSource.Following> sources = new LinkedHashMap<>();
    private Runnable listener = NOBODY;
    private boolean closed;

    /** @param source a source that came */
    public void add(TableSource source) {
        TableSource.Following following = follow(source);
        boolean late;
        synchronized (this) {
            late = closed;
            if (!late) {
                sources.put(source, following);
            }
        }
        if (late) {
            following.close();
        } else {
            changed();
        }
    }

    /** @param source a source that goes */
    public void remove(TableSource source) {
        Optional<TableSource.Following> following;
        synchronized (this) {
            following = Optional.ofNullable(sources.remove(source));
        }
        following.ifPresent(Offers::end);
        changed();
    }

    /** @param onChange called on any thread after the tables on offer changed */
    public synchronized void listen(Runnable onChange) {
        listener = onChange;
    }

    /** @return what is on offer now; asks every source, so not on the JavaFX thread */
    public List<TableInfo> tables() {
        List<TableInfo> tables = new ArrayList<>();
        sources().forEach(source -> tables.addAll(tables(source)));
        return tables;
    }

    /**
     * @param tableId a table
     * @return the source that has it on offer
     */
    public Optional<TableSource> source(String tableId) {
        return sources().stream()
                .filter(source ->
                        tables(source).stream().anyMatch(info -> info.id().equals(tableId)))
                .findFirst();
    }

    @Override
    public void close() {
        List<TableSource.Following> followings;
        synchronized (this) {
            closed = true;
            listener = NOBODY;
            followings = List.copyOf(sources.values());
            sources.clear();
        }
        followings.forEach(Offers::end);
    }

    private void changed() {
        Runnable now;
        synchronized (this) {
            now = listener;
        }
        now.run();
    }

    private synchronized List<TableSource> sources() {
        return List.copyOf(sources.keySet());
    }

    private TableSource.Following follow(TableSource source) {
        try {
            return source.follow(this::changed);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, () -> "cannot follow the tables of " + source.getClass(), e);
            return () -> {};
        }
    }

    private static List<TableInfo> tables(TableSource source) {
        try {
            return source.tables();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, () -> "cannot list the tables of " + source.getClass(), e);
            return List.of();
        }
    }

    private static void end(TableSource.Following following) {
        try {
            following.close();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, () -> "cannot stop following tables: " + following.getClass(), e);
        }
    }
}
