package acme.culprit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Does harm at its start or at its end, of the kind that the file named {@value #FILE} tells. */
public final class CulpritActivator implements BundleActivator {

    /** The file with one word; without it, all is well. */
    public static final String FILE = "misdeed";

    @Override
    public void start(BundleContext context) throws IOException, InterruptedException {
        switch (misdeed(context)) {
            case "threads" -> leaveThread();
            case "threads-and-failure" -> {
                leaveThread();
                throw new IllegalStateException("this release is broken");
            }
            case "window" -> Platform.runLater(CulpritActivator::forEver);
            case "window-awaited" -> {
                CountDownLatch never = new CountDownLatch(1);
                Platform.runLater(CulpritActivator::forEver);
                Platform.runLater(never::countDown);
                never.await();
            }
            default -> {
                // Nothing is wrong with it.
            }
        }
    }

    @Override
    public void stop(BundleContext context) throws IOException {
        if (misdeed(context).equals("threads")) {
            forEver();
        }
    }

    static String misdeed(BundleContext context) throws IOException {
        URL file = context.getBundle().getEntry(FILE);
        if (file == null) {
            return "";
        }
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** No daemon, and deaf to interrupts. */
    private static void leaveThread() {
        Thread thread = new Thread(CulpritActivator::forEver, "culprit-at-work");
        thread.setDaemon(false);
        thread.start();
    }

    @SuppressWarnings("InfiniteLoopStatement") // That is the misdeed.
    static void forEver() {
        while (true) {
            LockSupport.parkNanos(1_000_000);
            Thread.interrupted();
        }
    }
}
