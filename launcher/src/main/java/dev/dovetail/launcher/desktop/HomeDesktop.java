package dev.dovetail.launcher.desktop;

import dev.dovetail.federation.Desktop;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.failure.HomeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The process, as the shell sees it. */
final class HomeDesktop implements Desktop {

    private final Home home;
    private final boolean headless;
    private final Optional<String> host;
    private final CountDownLatch shown = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    HomeDesktop(Home home, boolean headless, Optional<String> host) {
        this.home = home;
        this.headless = headless;
        this.host = host;
    }

    @Override
    public Path dataDirectory(String owner) {
        try {
            return home.data(owner);
        } catch (HomeException e) {
            throw new UncheckedIOException(e.getMessage(), new IOException(e));
        }
    }

    @Override
    public Optional<String> host() {
        return host;
    }

    @Override
    public boolean headless() {
        return headless;
    }

    @Override
    public void themed(String stylesheet) {
        LastTheme.of(home).keep(stylesheet);
    }

    @Override
    public void shown() {
        shown.countDown();
    }

    @Override
    public void exit() {
        ended.countDown();
    }

    void awaitShown() throws InterruptedException {
        shown.await();
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }
}
