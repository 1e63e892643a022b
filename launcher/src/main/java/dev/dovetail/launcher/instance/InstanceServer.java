package dev.dovetail.launcher.instance;

import dev.dovetail.launcher.home.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Takes command lines of other processes while this one has the home. Only the same account reaches it; nothing of it is
 * on any network.
 */
public final class InstanceServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(InstanceServer.class.getName());
    private static final int AT_ONCE = 4;

    private final Address address;
    private final Path socket;
    private final ServerSocketChannel server;
    private final Verbs verbs;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, InstanceServer::daemon);

    private InstanceServer(Address address, Path socket, ServerSocketChannel server, Verbs verbs) {
        this.address = address;
        this.socket = socket;
        this.server = server;
        this.verbs = verbs;
    }

    /**
     * Begins to listen.
     *
     * @param home the home, which this process has the lock of
     * @param verbs carries out what is asked
     * @return the server, to be closed at the end
     * @throws IOException when no socket can be made
     */
    public static InstanceServer open(Home home, Verbs verbs) throws IOException {
        Address address = Address.of(home);
        Path socket = address.make();
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(socket));
        InstanceServer server = new InstanceServer(address, socket, channel, verbs);
        daemon(server::listen).start();
        address.tell(socket);
        return server;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "dovetail-instance");
        thread.setDaemon(true);
        return thread;
    }

    private void listen() {
        try {
            while (server.isOpen()) {
                SocketChannel client = server.accept();
                workers.execute(() -> serve(client));
            }
        } catch (AsynchronousCloseException e) {
            LOG.log(System.Logger.Level.DEBUG, "No longer listening", e);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Other processes are no longer listened to", e);
        }
    }

    private void serve(SocketChannel client) {
        try (Connection connection = new Connection(client)) {
            Optional<Message> first = connection.receive();
            if (first.isPresent() && first.get() instanceof Message.Ask ask) {
                try (PrintWriter out = Speaking.to(connection, Message.Out::new);
                        PrintWriter err = Speaking.to(connection, Message.Err::new)) {
                    int exit = verbs.carryOut(ask.arguments(), out, err);
                    out.flush();
                    err.flush();
                    connection.send(new Message.Exit(exit));
                }
            }
        } catch (ClosedChannelException e) {
            LOG.log(System.Logger.Level.DEBUG, "Whoever asked is gone", e);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "What another process asked for could not be answered", e);
        }
    }

    @Override
    public void close() {
        workers.shutdown();
        try {
            server.close();
            address.forget(socket);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The socket " + socket + " stays behind", e);
        }
    }
}
