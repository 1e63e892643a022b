package dev.dovetail.launcher.instance;

import dev.dovetail.launcher.home.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;

/** The way to the Dovetail that has a home open. For one command line, by one thread. */
public final class InstanceClient implements AutoCloseable {

    private final Connection connection;

    private InstanceClient(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param home a home
     * @return the way to the process that has it, when one listens
     */
    public static Optional<InstanceClient> find(Home home) {
        return Address.of(home).read().flatMap(InstanceClient::connect);
    }

    private static Optional<InstanceClient> connect(UnixDomainSocketAddress address) {
        try {
            return Optional.of(new InstanceClient(new Connection(SocketChannel.open(address))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Has the other process carry a command line out, and passes on what it says.
     *
     * @param arguments the verb and its options; paths have to be absolute
     * @param out takes what is for stdout
     * @param err takes what is for stderr
     * @return the exit code
     * @throws IOException when the other process ended before it was done
     */
    public int carryOut(List<String> arguments, PrintWriter out, PrintWriter err) throws IOException {
        connection.send(new Message.Ask(arguments));
        for (Optional<Message> next = connection.receive(); next.isPresent(); next = connection.receive()) {
            Message message = next.get();
            if (message instanceof Message.Out said) {
                print(out, said.text());
            } else if (message instanceof Message.Err said) {
                print(err, said.text());
            } else if (message instanceof Message.Exit exit) {
                return exit.code();
            }
        }
        throw new IOException("The Dovetail that was asked ended before it answered");
    }

    private static void print(PrintWriter to, String text) {
        to.print(text);
        to.flush();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
