package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.RawServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shell sees of a network that is slow, or no longer wanted. */
class ProvisionerServiceNetworkTest extends ProvisionerServiceScene {

    private final RawServer hanging = new RawServer();

    ProvisionerServiceNetworkTest(@TempDir Path home) throws Exception {
        super(home);
    }

    private void withASlowRepository() throws Exception {
        desk.close();
        hanging.at("/index.xml.gz", RawServer.silence());
        desk = new Desk(home, hanging.url(), repository.url());
    }

    @Test
    void whatTheOthersOfferIsToldAndUsedWhileOneIsStillAsked() throws Exception {
        withASlowRepository();
        List<Snapshot> told = new CopyOnWriteArrayList<>();
        CompletableFuture<Snapshot> other = new CompletableFuture<>();
        desk.service().follow(snapshot -> {
            told.add(snapshot);
            if (snapshot.repositories().get(1).state() == State.CONNECTED) {
                other.complete(snapshot);
            }
        });
        CompletionStage<Snapshot> check = desk.service().check();
        Snapshot early = other.get(10, TimeUnit.SECONDS);
        assertThat(check.toCompletableFuture()).isNotDone();
        assertThat(early.repositories().get(0).state()).isEqualTo(State.ASKING);
        assertThat(early.feature("charts")).isPresent();
        desk.activate("charts");
        assertThat(Desk.get(check).repositories().get(0).state()).isEqualTo(State.AWAY);
        assertThat(told.get(0).repositories()).allMatch(status -> status.state() == State.ASKING);
        hanging.close();
    }

    /** On a first start nothing is known yet of anybody. */
    @Test
    void whatNobodyIsKnownToOfferYetIsWaitedForAsLongAsSomebodyIsStillAsked(@TempDir Path fresh) throws Exception {
        hanging.at("/index.xml.gz", RawServer.silence());
        try (Desk first = new Desk(fresh, hanging.url(), repository.url())) {
            CompletionStage<Snapshot> check = first.service().check();
            assertThat(first.activate("charts").version()).isEqualTo("1.0.0");
            assertThat(check.toCompletableFuture()).isNotDone();
            assertThat(failed(() -> first.activate("maps")).code()).isEqualTo("DT-RESOLVE-001");
            assertThat(check.toCompletableFuture().isDone()
                            || first.service().snapshot().repositories().get(0).state() == State.AWAY)
                    .isTrue();
        }
        hanging.close();
    }

    @Test
    void whatIsWaitedForCanBeGivenUp(@TempDir Path fresh) throws Exception {
        hanging.at("/index.xml.gz", RawServer.silence());
        try (Desk first = new Desk(fresh, hanging.url())) {
            CompletionStage<Snapshot> check = first.service().check();
            CompletionStage<?> maps = first.service().activate("maps", progress -> {});
            first.service().cancel("maps");
            assertThat(failed(() -> Desk.get(maps)).code()).isEqualTo("DT-FETCH-022");
            assertThat(check.toCompletableFuture()).isNotDone();
        }
        hanging.close();
    }

    @Test
    void whoeverChecksAgainHearsWhatIsNewAndTheFirstCheckEndsToo() throws Exception {
        withASlowRepository();
        CompletionStage<Snapshot> first = desk.service().check();
        repository.publish(api, tables, charts, newer);
        Snapshot second = desk.check();
        assertThat(second.feature("charts").orElseThrow().state().version()).isEqualTo("1.1.0");
        assertThat(Desk.get(first).feature("charts").orElseThrow().state().version())
                .isEqualTo("1.1.0");
        hanging.close();
    }

    @Test
    void aDownloadThatIsNoLongerWantedEndsAndNothingHasChanged() throws Exception {
        desk.close();
        desk = new Desk(home, repository.url());
        desk.check();
        repository.answer(charts, RawServer.silence());
        CompletionStage<?> installing = desk.service().activate("charts", progress -> {});
        while (repository.requests().stream().noneMatch(path -> path.contains("team.charts"))) {
            Thread.sleep(10);
        }
        desk.service().cancel("charts");
        FederationException refusal = failed(() -> Desk.get(installing));
        assertThat(refusal.code()).isEqualTo("DT-FETCH-022");
        assertThat(state(desk.service().snapshot(), "charts")).isInstanceOf(Available.class);
        try (Stream<Path> files = Files.walk(home.resolve("store"))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".partial"));
        }
    }

    @Test
    void whatWaitsBehindAnotherRequestCanBeGivenUpToo() throws Exception {
        repository.answer(tables, RawServer.silence());
        CompletionStage<?> first = desk.service().activate("tables", progress -> {});
        CompletionStage<?> second = desk.service().activate("charts", progress -> {});
        desk.service().cancel("charts");
        desk.service().cancel("tables");
        assertThat(failed(() -> Desk.get(first)).code()).isEqualTo("DT-FETCH-022");
        assertThat(failed(() -> Desk.get(second)).code()).isEqualTo("DT-FETCH-022");
        assertThat(repository.requests()).noneMatch(path -> path.contains("team.charts"));
        desk.activate("charts");
    }
}
