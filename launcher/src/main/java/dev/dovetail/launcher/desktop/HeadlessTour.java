package dev.dovetail.launcher.desktop;

import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.federation.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens every view of every installed feature once, as a person would from the rail, and says how it went. */
public final class HeadlessTour {

    private static final long LIMIT_SECONDS = 60;

    private final Launcher launcher;
    private final PrintWriter out;

    /**
     * @param launcher a running Dovetail
     * @param out where to say how it went
     */
    public HeadlessTour(Launcher launcher, PrintWriter out) {
        this.launcher = launcher;
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
        Workbench workbench = awaitWorkbench();
        int failures = 0;
        for (String view : views()) {
            boolean opened = show(workbench, view);
            failures += opened ? 0 : 1;
            if (pictures.isPresent()) {
                Picture.ofWindow().write(pictures.get().resolve(view + ".png"));
            }
        }
        if (pictures.isPresent() && views().isEmpty()) {
            Picture.ofWindow().write(pictures.get().resolve("features.png"));
        }
        out.flush();
        return failures == 0 ? 0 : 1;
    }

    /** In safe mode nothing is opened that nobody switches on. */
    private List<String> views() {
        Snapshot snapshot = launcher.federation().snapshot();
        return snapshot.features().stream()
                .filter(feature -> !snapshot.condition().safe())
                .filter(feature -> !(feature.state() instanceof FeatureStatus.Available))
                .flatMap(feature -> feature.contributions().stream())
                .filter(contribution -> contribution instanceof Contribution.View)
                .map(Contribution::id)
                .toList();
    }

    private Workbench awaitWorkbench() throws InterruptedException {
        Optional<Workbench> workbench = launcher.workbench();
        while (workbench.isEmpty()) {
            Thread.sleep(10);
            workbench = launcher.workbench();
        }
        return workbench.get();
    }

    private boolean show(Workbench workbench, String view) throws InterruptedException {
        try {
            workbench.show(view).toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            out.println("opened " + view);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            out.println("failed " + view + ": " + (e.getCause() == null ? e : e.getCause()));
            return false;
        }
    }
}
