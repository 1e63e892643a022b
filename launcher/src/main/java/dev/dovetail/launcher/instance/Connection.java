package dev.dovetail.launcher.instance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Messages to and from the other side. Sending is for any thread, receiving for one. */
final class Connection implements AutoCloseable {

    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;

    Connection(SocketChannel channel) {
        this.channel = channel;
        in = new BufferedInputStream(Channels.newInputStream(channel));
        out = Channels.newOutputStream(channel);
    }

    synchronized void send(Message message) throws IOException {
        out.write(message.line().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** @return the next message; nothing when the other side is gone */
    Optional<Message> receive() throws IOException {
        byte[] line = new byte[256];
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (length == Message.LONGEST) {
                throw new IOException("Expected a line of at most " + Message.LONGEST + " bytes");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) next;
        }
        return Optional.of(Message.read(new String(line, 0, length, StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
