package acme.holder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Listens on one port as long as the bundle runs; one with a file named "broken" fails instead. */
public final class HolderActivator implements BundleActivator {

    /** The system property that has the port's number. */
    public static final String PORT = "acme.holder.port";

    private final ServerSocket socket;

    /** @throws IOException when there are no sockets at all */
    public HolderActivator() throws IOException {
        socket = new ServerSocket();
    }

    @Override
    public void start(BundleContext context) throws IOException {
        if (context.getBundle().getEntry("broken") != null) {
            throw new IllegalStateException("this release is broken");
        }
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(PORT, 0)));
    }

    @Override
    public void stop(BundleContext context) throws IOException {
        socket.close();
    }
}
