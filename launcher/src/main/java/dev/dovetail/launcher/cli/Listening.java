package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.instance.InstanceServer;
import java.io.IOException;
import java.util.Optional;

/** Listens to other processes from when the window can be used: no start waits for it. */
public final class Listening implements AutoCloseable {

    private final Launcher launcher;
    private Optional<InstanceServer> server = Optional.empty();
    private boolean closed;

    private Listening(Launcher launcher) {
        this.launcher = launcher;
    }

    /**
     * @param launcher the Dovetail that carries out what others are asked for
     * @return what listens, to be closed before the launcher
     */
    public static Listening to(Launcher launcher) {
        Listening listening = new Listening(launcher);
        Thread thread = new Thread(listening::open, "dovetail-instance");
        thread.setDaemon(true);
        thread.start();
        return listening;
    }

    private void open() {
        try {
            launcher.awaitShown();
            begin();
        } catch (IOException e) {
            System.getLogger(Listening.class.getName())
                    .log(System.Logger.Level.WARNING, "Other processes can't be listened to", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void begin() throws IOException {
        if (!closed) {
            server = Optional.of(InstanceServer.open(launcher.home(), new RunningProcess(launcher)));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        server.ifPresent(InstanceServer::close);
    }
}
