package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import acme.words.WordsView;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** From jars on a disk to a running feature, by the commands that a team and its users type. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class PublishedByCommandIT {

    private final Java java;

    PublishedByCommandIT(Java java) {
        this.java = java;
    }

    @Test
    void a_feature_on_libraries_from_maven_central_is_published_checked_served_and_installed(@TempDir Path folder)
            throws Exception {
        Publisher publisher = new Publisher(java);
        Path repository = folder.resolve("R");
        Ended init = publisher.run(
                "repository",
                "init",
                repository,
                "--name",
                "acme",
                "--bundles",
                "acme.*",
                "--carries",
                "com.google.guava",
                "com.google.guava.*",
                "com.h2database");
        assertThat(init.well().out()).contains("Made the repository acme", "dovetail repository add URL --fingerprint");
        Path words = TestBundle.of("acme.words", "1.0.0", WordsView.class.getPackageName())
                .write(folder, Checkout.library("guava"));
        Ended publish = publisher.run(
                "publish",
                repository,
                words,
                Checkout.library("guava"),
                Checkout.library("failureaccess"),
                Checkout.library("h2"));
        assertThat(publish.well().out())
                .contains("published acme.words 1.0.0", "published com.google.guava 33.4.8", "com.h2database 2.3.232");
        assertThat(publisher.run("publish", repository, words).well().out()).contains("nothing to do for acme.words");

        try (Publisher.Serving server = publisher.serve(repository)) {
            assertThat(init.out()).contains(server.fingerprint());
            assertThat(publisher.run("repository", "check", server.url()).well().out())
                    .contains("acme: 4 bundles", "All is well");
            Product product = new Product(java, folder.resolve("home"));
            product.run("repository add", server.url(), "--fingerprint", server.fingerprint())
                    .well();
            product.run("install", "words").well();
            Map<String, Object> status = product.status();
            assertThat(Json.texts(status, "bundles", "symbolicName"))
                    .containsExactlyInAnyOrder("acme.words", "com.google.guava", "com.google.guava.failureaccess");
            assertThat(product.run("run", "--headless").well().out()).contains("opened words.count");
        }
    }
}
