package dev.dovetail.launcher.instance;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Function;

/** A stream of text whose every flush is a message. Nobody listening any more is no failure of the work that talks. */
final class Speaking extends Writer {

    private final Connection connection;
    private final Function<String, Message> kind;
    private final StringBuilder pending = new StringBuilder();

    private Speaking(Connection connection, Function<String, Message> kind) {
        this.connection = connection;
        this.kind = kind;
    }

    static PrintWriter to(Connection connection, Function<String, Message> kind) {
        return new PrintWriter(new Speaking(connection, kind), true);
    }

    @Override
    public void write(char[] text, int from, int length) {
        pending.append(text, from, length);
    }

    @Override
    public void flush() throws IOException {
        if (!pending.isEmpty()) {
            Message message = kind.apply(pending.toString());
            pending.setLength(0);
            connection.send(message);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
