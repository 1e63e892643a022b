package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.federation.Active;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.Retention;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.RawServer;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.store.Store;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.SynchronousBundleListener;

/**
 * What module federation promises of fetching ahead and of what it keeps, carried over to features. The names begin with
 * the numbers that the cases have in {@code docs/module-federation-cases.md}, where those stand too that other tests hold.
 */
class CacheCasesTest extends ProvisionerServiceScene {

    CacheCasesTest(@TempDir Path home) throws Exception {
        super(home);
    }

    /** Sends a jar only when it is let go. */
    private static RawServer.Answer held(SampleBundle bundle, CountDownLatch asked, CountDownLatch release) {
        return out -> {
            asked.countDown();
            release.await();
            RawServer.ok(bundle.jar()).send(out);
        };
    }

    @Test
    void e1WhatIsInstalledAheadIsFetchedAndTheFrameworkHearsNothingOfIt() throws Exception {
        desk.activate("charts");
        repository.requests();
        List<Object> events = new CopyOnWriteArrayList<>();
        desk.framework().context().addBundleListener((SynchronousBundleListener) events::add);

        Desk.get(desk.service().carryOut(new Request.Install("tables"), progress -> {}));

        assertThat(repository.requests()).containsExactly("/" + tables.file());
        assertThat(events).isEmpty();
        assertThat(desk.activate("tables").version()).isEqualTo("1.0.0");
        assertThat(repository.requests()).isEmpty();
    }

    /** At most 64 of them, 512 MB, and nothing older than a week; what is youngest stays. */
    @Test
    void e2WhatIsHalfDownloadedHasItsLimitsAndTheOldestGoesFirst() throws Exception {
        Store store = new Store(home.resolve("store"));
        Path folder = Files.createDirectories(home.resolve("store/partial"));
        Instant now = Instant.now();
        for (int i = 0; i < 70; i++) {
            partial(folder, i, 10, now.minus(Duration.ofMinutes(i)));
        }
        store.sweep();
        assertThat(partials(folder)).hasSize(64).contains(0, 63).doesNotContain(64);

        partial(folder, 100, 300L << 20, now.plus(Duration.ofSeconds(2)));
        partial(folder, 101, 300L << 20, now.plus(Duration.ofSeconds(1)));
        store.sweep();
        assertThat(partials(folder)).containsExactly(100);

        partial(folder, 102, 10, now.minus(Duration.ofDays(8)));
        store.sweep();
        assertThat(partials(folder)).containsExactly(100);
    }

    private static void partial(Path folder, int number, long size, Instant modified) throws IOException {
        Path file = folder.resolve("%064d.partial".formatted(number));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private static Set<Integer> partials(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file ->
                            Integer.valueOf(file.getFileName().toString().replace(".partial", "")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void e4AnOpeningJoinsTheDownloadThatIsOnItsWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        repository.answer(charts, held(charts, asked, release));
        CompletionStage<?> ahead = desk.service().carryOut(new Request.Install("charts"), progress -> {});
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        CompletionStage<Active> opening = desk.service().activate("charts", progress -> {});
        CompletionStage<Active> other = desk.service().activate("tables", progress -> {});
        release.countDown();

        Desk.get(ahead);
        assertThat(Desk.get(opening).version()).isEqualTo("1.0.0");
        assertThat(Desk.get(other).version()).isEqualTo("1.0.0");
        assertThat(repository.requests())
                .containsExactlyInAnyOrder("/" + api.file(), "/" + charts.file(), "/" + tables.file());
    }

    /** What a generation needs that one can go back to stays, and nothing else. */
    @Test
    void e7TheStoreIsAsLargeAsTheGenerationsThatAreKept() throws Exception {
        desk.activate("charts");
        for (int minor = 1; minor < 9; minor++) {
            repository.publish(
                    api, tables, user("team.charts", "1." + minor + ".0").feature("charts", "Charts"));
            desk.check();
            desk.update("charts");
        }
        assertThat(jars()).isEqualTo(needed()).hasSizeLessThanOrEqualTo(Retention.USUAL.newest() + 2);
        assertThat(desk.framework().active()).containsExactly("team.api 1.0.0", "team.charts 1.8.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(0));
    }

    private Set<String> needed() throws Exception {
        Generations generations = desk.disk().generations();
        Set<String> digests = new TreeSet<>();
        for (long number : generations.kept()) {
            for (LockedBundle bundle : generations.at(number).bundles()) {
                digests.add(bundle.content().sha256());
            }
        }
        return digests;
    }

    private Set<String> jars() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("store"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".jar", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void e8OfSeveralVersionsTheNewestAloneIsAskedFor() throws Exception {
        SampleBundle newest = user("team.charts", "1.2.0").feature("charts", "Charts");
        desk.activate("tables");
        repository.publish(api, tables, charts, newer, newest);
        desk.check();
        repository.requests();

        assertThat(desk.activate("charts").version()).isEqualTo("1.2.0");
        assertThat(repository.requests()).containsExactly("/" + newest.file());

        repository.publish(api, tables, charts, newer);
        desk.check();
        repository.requests();
        assertThat(failed(() -> desk.update("charts"))).isNotNull();
        assertThat(desk.activate("charts").version()).isEqualTo("1.2.0");
        assertThat(repository.requests()).isEmpty();
    }
}
