package dev.dovetail.launcher.preflight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dovetail.launcher.preflight.Machine.Display;
import dev.dovetail.launcher.preflight.Verdict.Lacking;
import dev.dovetail.launcher.preflight.Verdict.Note;
import dev.dovetail.launcher.preflight.Verdict.Ready;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreflightTest {

    private static final Distribution DEBIAN_12 = new Distribution("debian", List.of(), "12");
    private static final Set<Library> TEXT = EnumSet.of(Library.FREETYPE, Library.FONTCONFIG, Library.PANGO);
    private static final Set<Library> ALL = EnumSet.allOf(Library.class);

    @Test
    void aCompleteMachineIsReadyInBothModes() {
        assertThat(Preflight.judge(machine(Display.X11, ALL, true), Mode.WINDOWED))
                .isEqualTo(new Ready(List.of()));
        assertThat(Preflight.judge(machine(Display.NONE, TEXT, true), Mode.HEADLESS))
                .isEqualTo(new Ready(List.of()));
    }

    @Test
    void withoutOpenGlWindowsAreDrawnInSoftware() {
        for (Library library : EnumSet.of(Library.GL, Library.XF86VM)) {
            assertThat(Preflight.judge(machine(Display.X11, allBut(library), true), Mode.WINDOWED))
                    .isEqualTo(new Ready(List.of(Note.SOFTWARE_RENDERING)));
        }
    }

    @ParameterizedTest
    @MethodSource
    void namesWhatIsMissingAndTheLineThatInstallsIt(Mode mode, Machine machine, String sentence, String remedy) {
        assertThat(Preflight.judge(machine, mode)).isInstanceOfSatisfying(Lacking.class, lacking -> {
            assertThat(lacking.sentence()).isEqualTo(sentence);
            assertThat(lacking.remedy()).isEqualTo(remedy);
        });
    }

    static Stream<Arguments> namesWhatIsMissingAndTheLineThatInstallsIt() {
        String apt = "apt-get update && apt-get install -y ";
        return Stream.of(
                arguments(
                        Mode.WINDOWED,
                        machine(Display.X11, Set.of(), false),
                        "To open windows and draw text, Dovetail needs libfreetype.so.6, libfontconfig.so.1,"
                                + " libpangoft2-1.0.so.0, libgtk-3.so.0, libX11.so.6, libXtst.so.6 and a font, which are not"
                                + " installed:",
                        apt
                                + "libfreetype6 libfontconfig1 libpangoft2-1.0-0 libgtk-3-0 libx11-6 libxtst6 fonts-dejavu-core"),
                arguments(
                        Mode.WINDOWED,
                        machine(Display.X11, allBut(Library.XTST), true),
                        "To open windows, Dovetail needs libXtst.so.6, which is not installed:",
                        apt + "libxtst6"),
                arguments(
                        Mode.HEADLESS,
                        machine(Display.NONE, Set.of(Library.FREETYPE), false),
                        "To draw text, even without a display, Dovetail needs libfontconfig.so.1, libpangoft2-1.0.so.0 and a"
                                + " font, which are not installed:",
                        apt + "libfontconfig1 libpangoft2-1.0-0 fonts-dejavu-core"),
                arguments(
                        Mode.WINDOWED,
                        machine(Display.X11, ALL, false),
                        "To draw text, Dovetail needs a font, which is not installed:",
                        apt + "fonts-dejavu-core"),
                arguments(
                        Mode.WINDOWED,
                        machine(Display.NONE, ALL, true),
                        "To open windows, Dovetail needs an X display, and DISPLAY is not set. Start it with --headless,"
                                + " which needs none, or on a virtual display:",
                        apt + "xvfb && xvfb-run -a dovetail run"),
                arguments(
                        Mode.WINDOWED,
                        new Machine(
                                17, "Linux", "amd64", Display.WAYLAND_ONLY, ALL, true, DEBIAN_12, Account.ROOT, true),
                        "To open windows, Dovetail needs an X display, and only Wayland is there and DISPLAY is not set"
                                + " (XWayland sets it). Start it with --headless, which needs none, or on a virtual display:",
                        "xvfb-run -a dovetail run"));
    }

    @Test
    void listsThePackagesForAScript() {
        assertThat(packages(machine(Display.X11, allBut(Library.GTK), false), Mode.WINDOWED))
                .containsExactly("libgtk-3-0", "fonts-dejavu-core");
        assertThat(packages(machine(Display.NONE, ALL, true), Mode.WINDOWED)).isEmpty();
    }

    @Test
    void withoutAKnownPackageToolItSaysWhatToLookFor() {
        Machine machine =
                new Machine(17, "Linux", "amd64", Display.X11, ALL, false, Distribution.UNKNOWN, Account.ROOT, false);

        assertThat(Preflight.judge(machine, Mode.WINDOWED)).isInstanceOfSatisfying(Lacking.class, lacking -> {
            assertThat(lacking.remedy()).contains("a font", "LD_LIBRARY_PATH");
            assertThat(lacking.packages()).isEmpty();
        });
    }

    @Test
    void refusesAnOldJavaBeforeAnythingElse() {
        Machine machine =
                new Machine(11, "Mac OS X", "x86", Display.NONE, Set.of(), false, DEBIAN_12, Account.ROOT, false);

        assertThat(Preflight.judge(machine, Mode.WINDOWED))
                .isInstanceOfSatisfying(Lacking.class, lacking -> assertThat(lacking.message())
                        .contains("Java 17 or newer; this is Java 11", "JAVA_HOME"));
    }

    @Test
    void refusesAnArchitectureWithoutNativeLibraries() {
        Machine machine = new Machine(17, "Linux", "riscv64", Display.X11, ALL, true, DEBIAN_12, Account.ROOT, false);

        assertThat(Preflight.judge(machine, Mode.HEADLESS))
                .isInstanceOfSatisfying(Lacking.class, lacking -> assertThat(lacking.message())
                        .contains("amd64 and aarch64", "built for riscv64"));
    }

    @Test
    void looksAtNothingOfAnotherSystem() {
        Machine machine = new Machine(
                17, "Windows 11", "amd64", Display.NONE, Set.of(), false, Distribution.UNKNOWN, Account.PLAIN, false);

        assertThat(Preflight.judge(machine, Mode.WINDOWED)).isEqualTo(new Ready(List.of()));
    }

    @Test
    void aMessageIsTheSentenceAndTheLineToType() {
        assertThat(new Lacking("It needs a font:", "install-it", List.of())
                        .message()
                        .lines())
                .containsExactly("It needs a font:", "  install-it");
    }

    @Test
    void aScriptGetsTheExitCodeAndTheMessageOrThePackages() {
        Lacking lacking = new Lacking("It needs a font:", "install-it", List.of("a", "b"));

        assertThat(report(lacking, false)).isEqualTo("78||It needs a font:\n  install-it\n");
        assertThat(report(lacking, true)).isEqualTo("0|a\nb\n|");
        assertThat(report(new Ready(List.of()), false)).isEqualTo("0||");
        assertThat(report(new Ready(List.of()), true)).isEqualTo("0||");
    }

    @Test
    void aNoteSaysWhatItMeansForTheUser() {
        assertThat(Note.SOFTWARE_RENDERING.sentence()).contains("draws in software");
    }

    @Test
    void decidesAboutTheMachineItRunsOn() {
        assertThat(Preflight.check(Mode.HEADLESS)).isInstanceOf(Ready.class);
    }

    private static String report(Verdict verdict, boolean packagesOnly) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Preflight.report(
                verdict, packagesOnly, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        String told = code + "|" + out.toString(UTF_8) + "|" + err.toString(UTF_8);
        return told.replace(System.lineSeparator(), "\n");
    }

    private static List<String> packages(Machine machine, Mode mode) {
        return ((Lacking) Preflight.judge(machine, mode)).packages();
    }

    private static Set<Library> allBut(Library library) {
        return EnumSet.complementOf(EnumSet.of(library));
    }

    private static Machine machine(Display display, Set<Library> libraries, boolean fonts) {
        return new Machine(17, "Linux", "amd64", display, libraries, fonts, DEBIAN_12, Account.ROOT, false);
    }
}
