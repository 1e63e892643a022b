package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import acme.majors.first.FirstView;
import acme.majors.lib.Edition;
import acme.majors.mixed.MixedView;
import acme.majors.phrases.Phrases;
import acme.majors.second.SecondView;
import dev.dovetail.publisher.repository.Charter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Two features in one window, each with its own major of a library; and a third, which would mix them. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
@SuppressWarnings("NullAway.Init") // Set before each test.
final class TwoMajorsIT {

    private static final String LIB = Edition.class.getPackageName();

    private final Java java;
    private Path folder;
    private TeamServer acme;
    private Product product;

    TwoMajorsIT(Java java) {
        this.java = java;
    }

    @BeforeEach
    void publish(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Site site = Site.founded(folder.resolve("acme"), Charter.of("acme", "acme.*"))
                .publish(List.of(
                        lib("1.0.0"),
                        lib("2.0.0"),
                        on("[1,2)", TestBundle.library("acme.phrases", "1.0.0", Phrases.class.getPackageName())),
                        on("[1,2)", feature("first", FirstView.class)),
                        on("[2,3)", feature("second", SecondView.class)),
                        on(
                                "[2,3)",
                                feature("mixed", MixedView.class).importing(Phrases.class.getPackageName(), "[1,2)"))));
        acme = new TeamServer(site);
        product = new Product(java, folder.resolve("home"));
    }

    private Path lib(String version) throws Exception {
        return TestBundle.library("acme.lib", version, LIB)
                .file(LIB.replace('.', '/') + "/" + Edition.FILE, version)
                .write(folder);
    }

    private static TestBundle feature(String id, Class<?> view) {
        return TestBundle.of("acme." + id, "1.0.0", view.getPackageName());
    }

    private Path on(String range, TestBundle bundle) throws Exception {
        return bundle.importing(LIB, range).write(folder);
    }

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void each_feature_has_its_own_major_in_the_same_window() throws Exception {
        try (Shell shell = Shell.open(java, product.home(), List.of(), acme.trusted())) {
            shell.ask("press", "#rail-first-edition");
            shell.ask("await", "#first-edition-of-lib", "First has lib 1.0.0");
            shell.ask("press", "#rail-second-edition");
            shell.ask("await", "#second-edition-of-lib", "Second has lib 2.0.0");
            shell.ask("await", "#first-edition-of-lib", "First has lib 1.0.0");
            assertSideBySide();
        }
        Path pictures = folder.resolve("pictures");
        product.run("run", "--headless", "--screenshots", pictures.toString()).well();
        assertThat(Folder.files(pictures, ".png")).hasSizeGreaterThanOrEqualTo(2);
        assertSideBySide();
    }

    private void assertSideBySide() throws Exception {
        Map<String, Object> status =
                Json.read(product.run("status", "--wiring", "--json").well().out());
        assertThat(from(status, "acme.first 1.0.0")).isEqualTo("acme.lib 1.0.0");
        assertThat(from(status, "acme.second 1.0.0")).isEqualTo("acme.lib 2.0.0");
        assertThat(Json.list(status, "packages"))
                .filteredOn(shared -> LIB.equals(shared.get("name")))
                .singleElement()
                .satisfies(shared -> {
                    assertThat(shared.get("sharing")).isEqualTo("duplicated");
                    assertThat(Json.texts(shared, "providers", "bundle"))
                            .containsExactly("acme.lib 1.0.0", "acme.lib 2.0.0");
                });
    }

    private static String from(Map<String, Object> status, String bundle) {
        Map<String, Object> wiring = Json.list(status, "wiring").stream()
                .filter(each -> bundle.equals(each.get("bundle")))
                .findAny()
                .orElseThrow();
        Map<String, Object> lib = Json.list(wiring, "gets").stream()
                .filter(wire -> LIB.equals(wire.get("name")))
                .findAny()
                .orElseThrow();
        return String.valueOf(lib.get("from"));
    }

    @Test
    void one_that_would_mix_both_is_refused_before_any_download_and_told_by_which_ways() throws Exception {
        product.run("install", "first", "--repository", acme.trusted()).well();
        product.run("install", "second").well();
        Map<String, Object> before = product.status();
        acme.forget();

        Ended plan = product.run("plan install", "mixed");
        plan.refused("DT-RESOLVE-011");
        assertThat(plan.err()).contains("acme.mixed", "acme.phrases", "acme.lib 1.0.0", "acme.lib 2.0.0");
        product.run("install", "mixed").refused("DT-RESOLVE-011");

        assertThat(acme.requests()).isNotEmpty();
        assertThat(acme.jarRequests()).isEmpty();
        assertThat(product.status()).isEqualTo(before);
    }
}
