package dev.dovetail.launcher.preflight;

import dev.dovetail.launcher.preflight.Library.Use;
import dev.dovetail.launcher.preflight.Machine.Display;
import dev.dovetail.launcher.preflight.Verdict.Lacking;
import dev.dovetail.launcher.preflight.Verdict.Note;
import dev.dovetail.launcher.preflight.Verdict.Ready;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether Dovetail can start on a machine, and if not, what is to be installed. Without it JavaFX fails late and
 * misleadingly: with long traces that name a library of its own, or with a window in which every text is missing.
 *
 * <p>Touches no class but Java's base and its own, so that it says its sentence whatever is missing. Plain loops, because
 * it runs in front of every start, when streams and lambdas cost more than the whole decision.
 */
public final class Preflight {

    private static final int OLDEST_JAVA = 17;

    private Preflight() {}

    /**
     * Checks the machine this runs on.
     *
     * @param mode how Dovetail is to draw
     * @return whether it can
     */
    public static Verdict check(Mode mode) {
        return judge(MachineProbe.ofThisMachine().read(), mode);
    }

    static Verdict judge(Machine machine, Mode mode) {
        if (machine.java() < OLDEST_JAVA) {
            return tooOld(machine);
        }
        if (!machine.os().equals("Linux")) {
            return new Ready(List.of());
        }
        if (!isSupported(machine.arch())) {
            return unsupported(machine);
        }
        if (mode == Mode.WINDOWED && machine.display() != Display.X11) {
            return noDisplay(machine);
        }
        List<Library> missing = missing(machine, mode);
        return missing.isEmpty() && machine.fonts() ? ready(machine, mode) : lacking(machine, mode, missing);
    }

    private static boolean isSupported(String arch) {
        return arch.equals("amd64") || arch.equals("aarch64");
    }

    private static List<Library> missing(Machine machine, Mode mode) {
        List<Library> missing = new ArrayList<>();
        for (Library library : Library.values()) {
            boolean needed = library.use() == Use.TEXT || (library.use() == Use.WINDOWS && mode == Mode.WINDOWED);
            if (needed && !machine.libraries().contains(library)) {
                missing.add(library);
            }
        }
        return missing;
    }

    private static Verdict ready(Machine machine, Mode mode) {
        boolean fast =
                machine.libraries().contains(Library.GL) && machine.libraries().contains(Library.XF86VM);
        return new Ready(fast || mode == Mode.HEADLESS ? List.of() : List.of(Note.SOFTWARE_RENDERING));
    }

    private static Verdict lacking(Machine machine, Mode mode, List<Library> missing) {
        List<String> packages = new ArrayList<>();
        List<String> things = new ArrayList<>();
        for (Library library : missing) {
            things.add(library.soname());
            packages.add(machine.distribution().nameOf(library.source()));
        }
        if (!machine.fonts()) {
            things.add("a font");
            packages.add(machine.distribution().nameOf(NativePackage.FONTS));
        }
        packages.removeIf(String::isEmpty);
        String sentence = purpose(missing, mode) + " needs " + enumerate(things) + ", which " + beVerb(things)
                + " not installed:";
        String line = machine.distribution().installLine(packages, machine.account());
        return new Lacking(sentence, line.isEmpty() ? byHand(things) : line, packages);
    }

    private static String purpose(List<Library> missing, Mode mode) {
        boolean windows = false;
        boolean text = missing.isEmpty();
        for (Library library : missing) {
            windows |= library.use() == Use.WINDOWS;
            text |= library.use() == Use.TEXT;
        }
        String what = windows ? text ? "open windows and draw text" : "open windows" : "draw text";
        return "To " + what + (mode == Mode.HEADLESS ? ", even without a display," : ",") + " Dovetail";
    }

    private static String beVerb(List<String> things) {
        return things.size() == 1 ? "is" : "are";
    }

    private static String enumerate(List<String> things) {
        int last = things.size() - 1;
        return last == 0 ? things.get(0) : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    private static String byHand(List<String> things) {
        return "Install " + enumerate(things)
                + " with your distribution's package tool; if installed elsewhere, name the folder in LD_LIBRARY_PATH.";
    }

    private static Verdict tooOld(Machine machine) {
        return new Lacking(
                "Dovetail needs Java " + OLDEST_JAVA + " or newer; this is Java " + machine.java() + ".",
                "Install a newer one, from your distribution or https://adoptium.net, and point JAVA_HOME to it.",
                List.of());
    }

    private static Verdict unsupported(Machine machine) {
        return new Lacking(
                "Dovetail draws with native libraries that exist for the architectures amd64 and aarch64; this Java is"
                        + " built for " + machine.arch() + ".",
                "On a 64-bit Intel, AMD or ARM machine, install a 64-bit Java and point JAVA_HOME to it.",
                List.of());
    }

    private static Verdict noDisplay(Machine machine) {
        String found = machine.display() == Display.WAYLAND_ONLY
                ? "only Wayland is there and DISPLAY is not set (XWayland sets it)"
                : "DISPLAY is not set";
        String sentence = "To open windows, Dovetail needs an X display, and " + found
                + ". Start it with --headless, which needs none, or on a virtual display:";
        String run = "xvfb-run -a dovetail run";
        if (machine.virtualDisplay()) {
            return new Lacking(sentence, run, List.of());
        }
        String install = machine.distribution()
                .installLine(List.of(machine.distribution().nameOf(NativePackage.VIRTUAL_DISPLAY)), machine.account());
        return new Lacking(sentence, install.isEmpty() ? run : install + " && " + run, List.of());
    }

    /**
     * Tells a script about this machine: the verdict as the exit code and a message, or with {@code --packages} the missing
     * packages of the distribution, one per line.
     *
     * @param arguments {@code --windowed} or {@code --headless}, and {@code --packages} or not
     */
    @SuppressWarnings("SystemOut") // It is what this command is for.
    public static void main(String[] arguments) {
        List<String> options = List.of(arguments);
        Verdict verdict = check(options.contains("--headless") ? Mode.HEADLESS : Mode.WINDOWED);
        System.exit(report(verdict, options.contains("--packages"), System.out, System.err));
    }

    static int report(Verdict verdict, boolean packagesOnly, PrintStream out, PrintStream err) {
        if (!(verdict instanceof Lacking lacking)) {
            return 0;
        }
        if (packagesOnly) {
            lacking.packages().forEach(out::println);
            return 0;
        }
        err.println(lacking.message());
        return Lacking.EXIT_CODE;
    }
}
