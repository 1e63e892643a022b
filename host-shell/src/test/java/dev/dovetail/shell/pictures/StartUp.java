package dev.dovetail.shell.pictures;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;

import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.shell.fixture.ShellFixture;
import dev.dovetail.shell.theme.Fonts;
import java.nio.file.Files;

/** Measures how long the window takes in this process, from a started toolkit to the first layout. */
public final class StartUp {

    private StartUp() {}

    public static void main(String... arguments) throws Exception {
        try (ShellFixture shell = new ShellFixture(Files.createTempDirectory("start-up"))) {
            for (int n = 0; n < 12; n++) {
                shell.federation.offer(feature(
                        "f" + n,
                        "Feature " + n,
                        "box",
                        "Team",
                        "A feature.",
                        n < 6 ? new Installed("1.0.0") : new Available("1.0.0")));
            }
            ShellFixture.run(() -> {});
            System.out.println("cpu before ms: " + cpu());
            long begin = System.nanoTime();
            if (arguments.length > 0) {
                Fonts.load();
                print("fonts", begin);
                begin = System.nanoTime();
            }
            shell.start();
            print("window", begin);
        }
        System.exit(0);
    }

    private static void print(String what, long begin) {
        System.out.println(what + " ms: " + (System.nanoTime() - begin) / 1_000_000 + ", cpu so far ms: " + cpu());
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }
}
