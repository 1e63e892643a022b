package dev.dovetail.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.launcher.home.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
@SuppressWarnings("try") // A server has only to be there.
class InstanceServerTest {

    @TempDir
    Path directory;

    private Home home;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeHome() throws Exception {
        // Longer than the path of a socket may be.
        home = new Home(directory.resolve("h".repeat(120))).make();
    }

    private int ask(String... arguments) throws IOException {
        try (InstanceClient client = InstanceClient.find(home).orElseThrow()) {
            return client.carryOut(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
        }
    }

    @Test
    void carriesACommandLineOutAndPassesOnWhatItSays() throws Exception {
        Verbs verbs = (arguments, said, complained) -> {
            said.println("said " + arguments);
            complained.print("no line end");
            return 7;
        };
        try (InstanceServer server = InstanceServer.open(home, verbs)) {
            assertThat(ask("install", "a b", "")).isEqualTo(7);
        }
        assertThat(out).hasToString("said [install, a b, ]" + System.lineSeparator());
        assertThat(err).hasToString("no line end");
    }

    @Test
    void whatIsSaidArrivesWhileTheVerbIsAtWork() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        Verbs verbs = (arguments, said, complained) -> {
            said.println("begun");
            try {
                heard.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        };
        PrintWriter hearing = new PrintWriter(out) {
            @Override
            public void flush() {
                heard.countDown();
            }
        };
        try (InstanceServer server = InstanceServer.open(home, verbs);
                InstanceClient client = InstanceClient.find(home).orElseThrow()) {
            assertThat(client.carryOut(List.of(), hearing, new PrintWriter(err)))
                    .isZero();
        }
    }

    @Test
    void severalAreServedAtOnce() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        AtomicReference<Exception> failure = new AtomicReference<>();
        Verbs verbs = (arguments, said, complained) -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                failure.set(e);
            }
            return 0;
        };
        try (InstanceServer server = InstanceServer.open(home, verbs)) {
            Thread other = new Thread(() -> {
                try (InstanceClient client = InstanceClient.find(home).orElseThrow()) {
                    client.carryOut(
                            List.of(), new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
                } catch (IOException e) {
                    failure.set(e);
                }
            });
            other.start();
            assertThat(ask()).isZero();
            other.join();
        }
        assertThat(failure.get()).isNull();
    }

    @Test
    void nobodyIsFoundWhereNobodyListensOrWhatIsWrittenIsNoAddress() throws Exception {
        assertThat(InstanceClient.find(home)).isEmpty();
        InstanceServer.open(home, (arguments, said, complained) -> 0).close();
        assertThat(InstanceClient.find(home)).isEmpty();
        assertThat(home.directory()).isEmptyDirectory();
        Path file = home.directory().resolve("instance");
        Files.writeString(file, directory.resolve("nothing") + "\n");
        assertThat(InstanceClient.find(home)).isEmpty();
        Files.writeString(file, "\0" + "x".repeat(300));
        assertThat(InstanceClient.find(home)).isEmpty();
    }

    @Test
    void aVerbThatThrowsIsAFailureForWhoeverAskedAndTheNextOneIsServed() throws Exception {
        Verbs verbs = (arguments, said, complained) -> {
            if (arguments.isEmpty()) {
                throw new IllegalStateException("broken");
            }
            return 0;
        };
        try (InstanceServer server = InstanceServer.open(home, verbs)) {
            assertThatThrownBy(this::ask).isInstanceOf(IOException.class).hasMessageContaining("ended before");
            assertThat(ask("again")).isZero();
        }
    }

    @Test
    void nonsenseIsNotAnswered() throws Exception {
        try (InstanceServer server = InstanceServer.open(home, (arguments, said, complained) -> 0)) {
            for (String nonsense : List.of("GET / HTTP/1.1\n", "{\"exit\":0}\n", "x".repeat(Message.LONGEST + 1))) {
                try (SocketChannel channel = SocketChannel.open(address())) {
                    try {
                        channel.write(ByteBuffer.wrap(nonsense.getBytes(StandardCharsets.UTF_8)));
                        assertThat(channel.read(ByteBuffer.allocate(10))).isNegative();
                    } catch (IOException reset) {
                        assertThat(reset).hasMessageMatching("(?i).*(reset|broken pipe).*");
                    }
                }
            }
            assertThat(ask()).isZero();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheSameAccountReachesTheSocket() throws Exception {
        try (InstanceServer server = InstanceServer.open(home, (arguments, said, complained) -> 0)) {
            Path folder = address().getPath().getParent();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    private UnixDomainSocketAddress address() {
        return Address.of(home).read().orElseThrow();
    }
}
