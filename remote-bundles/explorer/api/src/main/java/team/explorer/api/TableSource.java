package team.explorer.api;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Offers tables to other features. A service; any feature may register one, and every method may be called from any
 * thread.
 */
@ConsumerType
public interface TableSource {

    /** @return what is on offer now, in the order in which people should see it; unmodifiable */
    List<TableInfo> tables();

    /**
     * Reads the beginning of a table. May take a while: not for the JavaFX application thread.
     *
     * @param tableId the {@linkplain TableInfo#id id} of a table on offer
     * @param maxRows how many rows at most, zero for the columns alone
     * @return the table with its first rows
     * @throws IOException with a message for people when the table is gone or can't be read
     */
    Table read(String tableId, int maxRows) throws IOException;

    /**
     * Asks to be told about changes.
     *
     * @param onChange called on any thread after {@link #tables} or the content of a table changed; returns quickly
     * @return ends the calls when closed
     */
    Following follow(Runnable onChange);

    /** A request to be told about changes, until it is closed. Closing it again does nothing. */
    @FunctionalInterface
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
