package dev.dovetail.launcher.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.launcher.preflight.Machine.Display;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineProbeTest {

    private final Path folder;

    MachineProbeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void findsNothingOnAnEmptyMachine() {
        Machine machine = read(Map.of());

        assertThat(machine)
                .isEqualTo(new Machine(
                        Runtime.version().feature(),
                        "Linux",
                        "amd64",
                        Display.NONE,
                        Set.of(),
                        false,
                        Distribution.UNKNOWN,
                        Account.PLAIN,
                        false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/x86_64-linux-gnu",
                "lib/x86_64-linux-gnu",
                "usr/lib64",
                "usr/lib",
                "own/lib",
                "opt/x/lib"
            })
    void findsLibrariesWhereTheLinkerLooks(String place) throws IOException {
        write(place + "/libgtk-3.so.0", "");
        write("etc/ld.so.conf", "# comment\ninclude ld.so.conf.d/*.conf\n");
        write("etc/ld.so.conf.d/x.conf", "/opt/x/lib\n");
        write("etc/ld.so.conf.d/x.conf.old", "/opt/y/lib\n");

        assertThat(read(Map.of("LD_LIBRARY_PATH", ":relative:/own/lib")).libraries())
                .containsExactly(Library.GTK);
    }

    @Test
    void ignoresLibrariesOfAnotherArchitecture() throws IOException {
        write("usr/lib64/libc.so.6", "");
        write("usr/lib/libgtk-3.so.0", "the 32-bit one");
        write("usr/lib/aarch64-linux-gnu/libX11.so.6", "");

        assertThat(read(Map.of()).libraries()).isEmpty();
        assertThat(probe(Map.of(), "aarch64").read().libraries()).containsExactly(Library.X11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                "home/me/.fonts/a.otf",
                "home/me/.local/share/fonts/deep/er/a.ttc",
                "opt/fonts/a.ttf"
            })
    void findsAFontWhereFontconfigLooks(String font) throws IOException {
        write(font, "");
        write("etc/fonts/fonts.conf", "<fontconfig><dir prefix=\"xdg\">fonts</dir><dir>/opt/fonts</dir></fontconfig>");

        assertThat(read(Map.of("HOME", "/home/me")).fonts()).isTrue();
    }

    @Test
    void takesNoOtherFileForAFont() throws IOException {
        write("usr/share/fonts/truetype/README", "");
        write("etc/fonts/fonts.conf", "<dir>/opt/fonts");

        assertThat(read(Map.of("HOME", "/home/me")).fonts()).isFalse();
    }

    @Test
    void tellsADisplayFromWaylandAlone() {
        assertThat(read(Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0")).display())
                .isEqualTo(Display.X11);
        assertThat(read(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", "wayland-0")).display())
                .isEqualTo(Display.WAYLAND_ONLY);
    }

    @Test
    void readsTheDistributionFromEitherPlace() throws IOException {
        write("usr/lib/os-release", "ID=fedora\nVERSION_ID=42\n");
        assertThat(read(Map.of()).distribution().id()).isEqualTo("fedora");

        write("etc/os-release", "ID=debian\n");
        assertThat(read(Map.of()).distribution().id()).isEqualTo("debian");
    }

    @Test
    void knowsWhoMayInstall() throws IOException {
        Map<String, String> environment = Map.of("PATH", "/usr/local/bin:/usr/bin");
        write("proc/self/status", "Name:\tjava\nUid:\t1000\t1000\t1000\t1000\nGid:\t0\t0\t0\t0\n");
        assertThat(read(environment).account()).isEqualTo(Account.PLAIN);

        writeCommand("usr/bin/sudo");
        assertThat(read(environment).account()).isEqualTo(Account.SUDOER);

        write("proc/self/status", "Name:\tjava\nUid:\t1000\t0\t0\t0\nGid:\t0\t0\t0\t0\n");
        assertThat(read(environment).account()).isEqualTo(Account.ROOT);
    }

    @Test
    void findsTheVirtualDisplayOnThePath() throws IOException {
        writeCommand("usr/bin/xvfb-run");

        assertThat(read(Map.of("PATH", "/usr/bin")).virtualDisplay()).isTrue();
        assertThat(read(Map.of("PATH", "/bin")).virtualDisplay()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void seesOnThisMachineWhatTheLinkerSees() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", "PATH=$PATH:/sbin:/usr/sbin ldconfig -p").start();
        String linked = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();

        Machine machine = MachineProbe.ofThisMachine().read();

        for (Library library : Library.values()) {
            assertThat(machine.libraries().contains(library))
                    .as(library.soname())
                    .isEqualTo(linked.contains("\t" + library.soname() + " "));
        }
    }

    private Machine read(Map<String, String> environment) {
        return probe(environment, "amd64").read();
    }

    private MachineProbe probe(Map<String, String> environment, String arch) {
        return new MachineProbe(new Root(folder), environment, "Linux", arch);
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void writeCommand(String name) throws IOException {
        write(name, "");
        assertThat(folder.resolve(name).toFile().setExecutable(true)).isTrue();
    }
}
