package dev.dovetail.launcher.desktop;

import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.federation.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Opens every view of every installed feature once, as a person would from the rail, and says how it went; in a feature's
 * own window those of that feature, installed or not, and then whatever else was asked for.
 */
public final class HeadlessTour {

    private static final long LIMIT_SECONDS = 60;

    private final Launcher launcher;
    private final List<String> routes;
    private final PrintWriter out;

    /**
     * @param launcher a running Dovetail
     * @param routes what else to open
     * @param out where to say how it went
     */
    public HeadlessTour(Launcher launcher, List<String> routes, PrintWriter out) {
        this.launcher = launcher;
        this.routes = List.copyOf(routes);
        this.out = out;
    }

    /**
     * Opens everything.
     *
     * @return 0 when all views opened, else 1
     * @throws IOException never
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public int open() throws IOException, InterruptedException {
        return open(Optional.empty());
    }

    /**
     * Opens everything and keeps pictures.
     *
     * @param pictures the directory for {@code <view id>.png} files, made when it isn't there
     * @return 0 when all views opened, else 1
     * @throws IOException when a picture can't be written
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public int open(Path pictures) throws IOException, InterruptedException {
        Files.createDirectories(pictures);
        return open(Optional.of(pictures));
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private int open(Optional<Path> pictures) throws IOException, InterruptedException {
        launcher.awaitShown();
        Workbench workbench = launcher.awaitWorkbench();
        int failures = 0;
        List<String> views = views();
        for (String view : views) {
            failures += opened(view, () -> await(workbench.show(view))) ? 0 : 1;
            keep(pictures, view);
        }
        for (String route : routes) {
            failures += opened(route, () -> new Routes(launcher).open(route)) ? 0 : 1;
            keep(pictures, pictureName(route));
        }
        if (views.isEmpty() && routes.isEmpty()) {
            keep(pictures, "features");
            failures += launcher.host().isPresent() ? 1 : 0;
        }
        out.flush();
        return failures == 0 ? 0 : 1;
    }

    // Parameters can hold anything; a file's name can't.
    private static String pictureName(String route) {
        String name = route.replaceAll("[^A-Za-z0-9._-]+", "-");
        return name.substring(0, Math.min(100, name.length()));
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private static void keep(Optional<Path> pictures, String name) throws IOException, InterruptedException {
        if (pictures.isPresent()) {
            Picture.ofWindow().write(pictures.get().resolve(name + ".png"));
        }
    }

    private List<String> views() throws InterruptedException {
        Optional<String> host = launcher.host();
        if (host.isEmpty()) {
            return installed();
        }
        if (launcher.federation().snapshot().feature(host.get()).isEmpty()) {
            boolean asked =
                    opened("the repositories", () -> await(launcher.federation().check()));
            out.println(
                    asked
                                    && launcher.federation()
                                            .snapshot()
                                            .feature(host.get())
                                            .isEmpty()
                            ? "failed " + host.get() + ": no repository offers it"
                            : "found " + host.get());
        }
        return launcher.federation().snapshot().feature(host.get()).stream()
                .flatMap(HeadlessTour::viewsOf)
                .toList();
    }

    /** In safe mode nothing is opened that nobody switches on. */
    private List<String> installed() {
        Snapshot snapshot = launcher.federation().snapshot();
        return snapshot.features().stream()
                .filter(feature -> !snapshot.condition().safe())
                .filter(feature -> !(feature.state() instanceof FeatureStatus.Available))
                .flatMap(HeadlessTour::viewsOf)
                .toList();
    }

    private static Stream<String> viewsOf(FeatureStatus feature) {
        return feature.contributions().stream()
                .filter(contribution -> contribution instanceof Contribution.View)
                .map(Contribution::id);
    }

    private interface Opening {
        void run() throws ExecutionException, TimeoutException, FederationException, InterruptedException;
    }

    private static void await(CompletionStage<?> stage)
            throws ExecutionException, TimeoutException, InterruptedException {
        var unused = stage.toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private boolean opened(String what, Opening opening) throws InterruptedException {
        try {
            opening.run();
            out.println("opened " + what);
            return true;
        } catch (ExecutionException | TimeoutException | FederationException e) {
            out.println("failed " + what + ": " + (e.getCause() == null ? e : e.getCause()));
            return false;
        }
    }
}
