package dev.dovetail.it.endtoend.driven;

import dev.dovetail.federation.Federation;
import dev.dovetail.launcher.desktop.Launcher;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.FrameworkWiring;

/** What a driven shell can be asked to do or to say. */
final class Deeds {

    private static final long LIMIT_SECONDS = 60;

    private final Launcher launcher;
    private final Window window = new Window();
    private final Memory memory;

    Deeds(Launcher launcher) {
        this.launcher = launcher;
        this.memory = new Memory(launcher.context());
    }

    String perform(List<String> words) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        String argument = words.size() > 1 ? words.get(1) : "";
        String second = words.size() > 2 ? words.get(2) : "";
        return switch (words.get(0)) {
            case "press" -> window.press(argument);
            case "await" -> window.await(argument, second);
            case "visible" -> String.valueOf(window.isVisible(argument));
            case "gone" -> window.awaitGone(argument);
            case "type" -> window.type(argument, second);
            case "mark" -> window.mark(argument);
            case "same" -> String.valueOf(window.isMarked(argument));
            case "show" -> show(argument);
            case "check" -> check();
            case "begin" -> begin(argument);
            case "update" -> update(argument);
            case "remove" -> remove(argument);
            case "bundles" -> bundles(argument);
            case "pending" -> String.valueOf(wiring().getRemovalPendingBundles().size());
            case "typist" -> window.beginTyping(argument);
            case "typed" -> window.endTyping();
            case "probe" -> window.probe(argument, second);
            case "probed" -> window.probed();
            case "watch" -> memory.watch(argument);
            case "hold" -> memory.hold(argument);
            case "alive" -> memory.alive(argument);
            case "metaspace" -> memory.metaspace();
            case "histogram" -> memory.histogram();
            case "dump" -> memory.dump(argument);
            default -> throw new IllegalArgumentException("Unknown request: " + words);
        };
    }

    private Federation federation() {
        return launcher.federation();
    }

    private String show(String view) throws InterruptedException, ExecutionException, TimeoutException {
        while (launcher.workbench().isEmpty()) {
            Thread.sleep(10);
        }
        launcher.workbench().orElseThrow().show(view).toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return view;
    }

    /** Without waiting for the view. */
    private String begin(String view) throws InterruptedException {
        var unused = launcher.awaitWorkbench().show(view);
        return "";
    }

    private String remove(String feature) throws InterruptedException, ExecutionException, TimeoutException {
        federation().remove(feature).toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return feature;
    }

    private String check() throws InterruptedException, ExecutionException, TimeoutException {
        return federation()
                .check()
                .toCompletableFuture()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                .repositories()
                .toString();
    }

    private String update(String feature) throws InterruptedException, ExecutionException, TimeoutException {
        return federation()
                .update(feature, progress -> {})
                .toCompletableFuture()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                .feature(feature)
                .map(found -> found.state().version())
                .orElse("");
    }

    private String bundles(String symbolicName) {
        return Arrays.stream(launcher.context().getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .map(bundle -> bundle.getBundleId() + ":" + bundle.getVersion()
                        + (bundle.getState() == Bundle.ACTIVE ? "" : " not active"))
                .collect(Collectors.joining(" "));
    }

    private FrameworkWiring wiring() {
        return launcher.context().getBundle(0).adapt(FrameworkWiring.class);
    }
}
