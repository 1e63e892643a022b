package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Active;
import dev.dovetail.provisioner.catalog.IndexWriter;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.FailsToStart;
import dev.dovetail.provisioner.sample.RawServer;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.StartsQuietly;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/**
 * What module federation promises of loading, carried over to features. The names begin with the numbers that the cases
 * have in {@code docs/module-federation-cases.md}, where those stand too that other tests hold.
 */
class LoadingCasesTest extends ProvisionerServiceScene {

    private static final int WATCHDOG_SECONDS = 10;

    private final SampleBundle alpha = mutual("alpha", "beta");
    private final SampleBundle beta = mutual("beta", "alpha");

    LoadingCasesTest(@TempDir Path home) throws Exception {
        super(home);
    }

    private static SampleBundle mutual(String name, String other) {
        return SampleBundle.named("team." + name, "1.0.0")
                .exporting("team." + name, "1.0.0")
                .importing("team." + other, "[1,2)")
                .activator(StartsQuietly.class)
                .feature(name, name);
    }

    private void offer(SampleBundle... bundles) throws Exception {
        repository.publish(bundles);
        desk.check();
        repository.requests();
    }

    /** As many people as there are names, each opening one of them at the same moment as the others. */
    private List<Active> together(String... features) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(features.length);
        CyclicBarrier all = new CyclicBarrier(features.length);
        try {
            List<Future<Active>> opening = Arrays.stream(features)
                    .map(id -> people.submit(() -> {
                        all.await();
                        return Desk.get(desk.service().activate(id, progress -> {}));
                    }))
                    .toList();
            List<Active> opened = new ArrayList<>();
            for (Future<Active> one : opening) {
                opened.add(one.get(WATCHDOG_SECONDS, TimeUnit.SECONDS));
            }
            return opened;
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void c11TwoFeaturesThatNeedEachOtherOpenedAtTheSameTimeBothRun() throws Exception {
        offer(alpha, beta);

        assertThat(together("alpha", "beta")).extracting(Active::featureId).containsExactly("alpha", "beta");
        assertThat(desk.framework().active()).containsExactly("team.alpha 1.0.0", "team.beta 1.0.0");
        assertThat(repository.requests()).containsExactlyInAnyOrder("/" + alpha.file(), "/" + beta.file());

        restart();
        together("beta", "alpha");
        assertThat(desk.framework().active()).containsExactly("team.alpha 1.0.0", "team.beta 1.0.0");
    }

    @Test
    void c13AnAddressMayHaveAQueryAndWhatCameFromItIsKnownByItsBytes(@TempDir Path fresh) throws Exception {
        try (RawServer server = new RawServer();
                Desk other = new Desk(fresh, server.url())) {
            server.at("/" + charts.file() + "?release=1", RawServer.ok(charts.jar()));
            server.at("/" + api.file(), RawServer.ok(api.jar()));
            index(server, "?release=1");
            other.check();
            other.activate("charts");
            assertThat(server.requests()).contains("/" + charts.file() + "?release=1");

            index(server, "?release=2");
            other.check();
            other.remove("charts");
            server.requests().clear();
            assertThat(other.activate("charts").version()).isEqualTo("1.0.0");
            assertThat(server.requests()).isEmpty();
        }
    }

    private void index(RawServer server, String query) throws Exception {
        IndexedBundle queried = charts.indexed(server.url())
                .at(server.url().resolve(charts.file() + query), IndexedBundle.UNKNOWN_SIZE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            new IndexWriter().write(List.of(api.indexed(server.url()), queried), gzip);
        }
        server.at("/index.xml.gz", RawServer.ok(bytes.toByteArray()));
    }

    @Test
    void c14OpenedByManyAtOnceAFeatureIsFetchedOnceAndStartsOnce() throws Exception {
        List<String> starts = new CopyOnWriteArrayList<>();
        desk.framework().context().addBundleListener((SynchronousBundleListener) event -> {
            if (event.getType() == BundleEvent.STARTING) {
                starts.add(event.getBundle().getSymbolicName());
            }
        });

        List<Active> opened = together("charts", "charts", "charts", "charts", "charts", "charts");

        assertThat(opened).hasSize(6).containsOnly(opened.get(0));
        assertThat(starts).containsExactlyInAnyOrder("team.api", "team.charts");
        assertThat(repository.requests()).containsExactlyInAnyOrder("/" + api.file(), "/" + charts.file());
    }

    @Test
    void c16WhereItFailedIsToldByTheCode() throws Exception {
        SampleBundle lacking = SampleBundle.named("team.lacking", "1.0.0")
                .importingSilently("team.paper", "[1,2)")
                .feature("lacking", "Lacking");
        SampleBundle failing = failing();
        offer(api, tables, lacking, failing);
        repository.answer(tables, RawServer.status(404, "Not Found", ""));

        assertThat(failed(() -> desk.activate("tables")).code()).isEqualTo("DT-FETCH-003");
        assertThat(failed(() -> desk.activate("lacking")).code()).isEqualTo("DT-APPLY-002");
        assertThat(failed(() -> desk.activate("failing")).code()).isEqualTo("DT-START-001");
        assertThat(failed(() -> desk.activate("unheard of")).code()).isEqualTo("DT-RESOLVE-001");
    }

    private static SampleBundle failing() {
        return SampleBundle.named("team.failing", "1.0.0")
                .activator(FailsToStart.class)
                .feature("failing", "Failing");
    }

    @Test
    void c19WhatDoesNotStartIsNotDownloadedAgain() throws Exception {
        SampleBundle failing = failing();
        offer(failing);

        assertThat(failed(() -> desk.activate("failing")).code()).isEqualTo("DT-START-001");
        assertThat(repository.requests()).containsExactly("/" + failing.file());
        assertThat(failed(() -> desk.activate("failing")).code()).isEqualTo("DT-START-001");
        assertThat(repository.requests()).isEmpty();
        assertThat(desk.pauses()).isEmpty();
    }

    @Test
    void c23NobodyToAskIsToldFromNobodyWhoOffersIt(@TempDir Path fresh) throws Exception {
        try (Desk alone = new Desk(fresh)) {
            assertThat(failed(() -> alone.activate("maps")).code()).isEqualTo("DT-RESOLVE-009");
        }
        assertThat(failed(() -> desk.activate("maps")).code()).isEqualTo("DT-RESOLVE-001");
    }
}
