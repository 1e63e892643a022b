package dev.dovetail.launcher.boot;

import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.failure.HomeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The log: five files of a megabyte in the home, the newest first. Nothing of it goes to the terminal. */
public final class Log {

    private static final int BYTES = 1 << 20;
    private static final int FILES = 5;

    private Log() {}

    /**
     * Sends everything that is logged from now on to the home's log files.
     *
     * @param home where they are
     * @throws HomeException when they can't be written
     */
    public static void to(Home home) throws HomeException {
        Logger root = Logger.getLogger("");
        try {
            Files.createDirectories(home.log());
            FileHandler file =
                    new FileHandler(home.log().resolve("dovetail.%g.log").toString(), BYTES, FILES, true);
            file.setEncoding("UTF-8");
            file.setFormatter(new Line());
            file.setFilter(Log::matters);
            for (Handler handler : root.getHandlers()) {
                root.removeHandler(handler);
            }
            root.addHandler(file);
            root.setLevel(Level.INFO);
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-013", "Can't write a log to " + home.log() + ": " + e, "Choose another --home.", e);
        }
    }

    /**
     * Logs something that has happened a moment ago.
     *
     * @param when when it happened
     * @param logger the name of the logger
     * @param message what happened
     */
    public static void at(Instant when, String logger, String message) {
        LogRecord entry = new LogRecord(Level.INFO, message);
        entry.setInstant(when);
        entry.setLoggerName(logger);
        Logger.getLogger(logger).log(entry);
    }

    /** JavaFX on the class path is a choice (see the decision records), not a misconfiguration to warn of each time. */
    private static boolean matters(LogRecord entry) {
        return !String.valueOf(entry.getMessage()).contains("Unsupported JavaFX configuration");
    }

    private static final class Line extends SimpleFormatter {
        @Override
        public synchronized String format(LogRecord entry) {
            StringBuilder line = new StringBuilder(256)
                    .append(entry.getInstant())
                    .append(' ')
                    .append(entry.getLevel().getName())
                    .append(" [")
                    .append(entry.getLoggerName())
                    .append("] ")
                    .append(formatMessage(entry))
                    .append(System.lineSeparator());
            if (entry.getThrown() != null) {
                StringWriter trace = new StringWriter();
                entry.getThrown().printStackTrace(new PrintWriter(trace, true));
                line.append(trace);
            }
            return line.toString();
        }
    }
}
