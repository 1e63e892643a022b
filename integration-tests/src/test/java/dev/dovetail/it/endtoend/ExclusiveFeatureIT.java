package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import acme.holder.HolderActivator;
import acme.holder.HolderView;
import dev.dovetail.publisher.repository.Charter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A feature that holds a port: it stops before its next version starts, and is back when that one can't. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class ExclusiveFeatureIT {

    private final Java java;
    private final Path folder;

    ExclusiveFeatureIT(Java java, @TempDir Path folder) {
        this.java = java;
        this.folder = folder;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static TestBundle release(String version) {
        return TestBundle.of("acme.holder", version, HolderView.class.getPackageName())
                .activator(HolderActivator.class.getName());
    }

    @Test
    void an_update_frees_the_port_first_and_one_that_fails_gives_it_back() throws Exception {
        Site site = Site.founded(folder.resolve("acme"), Charter.of("acme", "acme.*"))
                .publish(List.of(release("1.0.0").write(folder)));
        int port = freePort();
        try (TeamServer server = new TeamServer(site);
                Shell shell = Shell.open(
                        java,
                        folder.resolve("home"),
                        List.of("-D" + HolderActivator.PORT + "=" + port),
                        server.trusted())) {
            shell.ask("press", "#rail-holder-note");
            shell.ask("await", "#holder-version", "Holder 1.0.0");
            shell.ask("type", "#holder-note", "unsaved words");
            assertHeld(port);

            site.publish(List.of(release("1.1.0").write(folder)));
            shell.ask("check");
            assertThat(shell.ask("update", "holder")).isEqualTo("1.1.0");
            shell.ask("await", "#holder-version", "Holder 1.1.0");
            shell.ask("await", "#holder-note", "unsaved words");
            assertHeld(port);

            site.publish(List.of(release("1.2.0").file("broken", "yes").write(folder)));
            shell.ask("check");
            assertThat(shell.fails("update", "holder")).contains("this release is broken");
            shell.ask("await", "#holder-version", "Holder 1.1.0");
            shell.ask("await", "#holder-note", "unsaved words");
            assertHeld(port);
        }
    }

    private static void assertHeld(int port) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(socket.isConnected()).isTrue();
        }
    }
}
