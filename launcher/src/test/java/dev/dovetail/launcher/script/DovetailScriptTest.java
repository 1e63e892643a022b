package dev.dovetail.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class DovetailScriptTest {

    private static final Map<String, String> PLAIN = Map.of();

    private final Checkout checkout;

    DovetailScriptTest(@TempDir Path folder) throws IOException {
        checkout = new Checkout(Files.createDirectories(folder.resolve("a checkout")));
    }

    @Test
    void anUnknownVerbIsWrongUsage() throws IOException, InterruptedException {
        Run run = checkout.run(PLAIN, "instal");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("no verb: instal", "Usage: dovetail");
        assertThat(checkout.mavenCalls()).isEmpty();
    }

    @Test
    void helpIsGivenWithoutABuild() throws IOException, InterruptedException {
        Run run = checkout.run(PLAIN, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).first().asString().startsWith("Usage: dovetail");
        assertThat(checkout.mavenCalls()).isEmpty();
    }

    @Test
    void everyVerbItListsIsThere() throws IOException, InterruptedException {
        String help = String.join("\n", checkout.run(PLAIN, "--help").lines());
        isThere(help, "(?m)^  ([a-z]+)(?= )");
    }

    @Test
    void everyVerbOfTheReadmeIsThere() throws IOException, InterruptedException {
        isThere(Files.readString(Path.of("../README.md")), "[.]/dovetail ([a-z]+)");
    }

    private void isThere(String text, String pattern) throws IOException, InterruptedException {
        List<String> verbs = Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(verb -> verb.group(1))
                .distinct()
                .toList();
        assertThat(verbs).contains("open", "install", "demo");
        for (String verb : verbs) {
            assertThat(checkout.run(PLAIN, verb, "--help").errors()).as(verb).doesNotContain("There is no verb");
        }
    }

    @Test
    void runsWithoutAVerb() throws IOException, InterruptedException {
        assertThat(checkout.run(PLAIN).lines()).first().isEqualTo("dev.dovetail.launcher.Main run");
        assertThat(checkout.run(PLAIN, "--headless").lines())
                .first()
                .isEqualTo("dev.dovetail.launcher.Main run|--headless");
    }

    @Test
    void passesArgumentsAndTheExitCodeThroughFromAnyFolderAndLink() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectories(checkout.file("else where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), checkout.file("dovetail"));

        Run run = checkout.run(PLAIN, elsewhere, link, "install", "--exit", "7", "", "*", "a b", "$HOME");

        assertThat(run.lines()).first().isEqualTo("dev.dovetail.launcher.Main install|--exit|7||*|a b|$HOME");
        assertThat(run.exitCode()).isEqualTo(7);
    }

    @Test
    void buildsOnceAndAgainOnlyAfterAChange() throws IOException, InterruptedException {
        checkout.run(PLAIN, "list").exitCode();
        Run second = checkout.run(PLAIN, "list");
        assertThat(second.errors()).isEmpty();
        assertThat(checkout.mavenCalls()).hasSize(1);

        Path source = checkout.file("launcher/src/main/java/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
        checkout.run(PLAIN, "list").exitCode();
        assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void aDeletedSourceIsAChange() throws IOException, InterruptedException {
        checkout.run(PLAIN, "list").exitCode();

        Files.delete(checkout.file("launcher/src/main/java/B.java"));
        checkout.run(PLAIN, "list").exitCode();

        assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws IOException, InterruptedException {
        Run one = checkout.run(Map.of("MAVEN", "slow"), "list");
        Run two = checkout.run(Map.of("MAVEN", "slow"), "status");

        assertThat(one.lines()).first().isEqualTo("dev.dovetail.launcher.Main list");
        assertThat(two.lines()).first().isEqualTo("dev.dovetail.launcher.Main status");
        assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void aFailedBuildSaysWhyAndWhereAndIsTriedAgain() throws IOException, InterruptedException {
        Run failed = checkout.run(Map.of("MAVEN", "fail"), "list");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.errors()).contains("[ERROR] Main.java:[1,1] expected a class", "target/build.log");
        assertThat(checkout.run(PLAIN, "list").exitCode()).isZero();
    }

    @Test
    void aKilledBuildTakesMavenWithItAndLeavesNothingHalfDone() throws IOException, InterruptedException {
        Run killed = checkout.run(Map.of("MAVEN", "stuck"), "list");
        Path pid = checkout.file("maven.pid");
        Run.await(() -> pid.toFile().length() > 0);

        killed.process().destroy();

        assertThat(killed.exitCode()).isEqualTo(143);
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).trim()))
                        .filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(checkout.file("target/build.stamp")).doesNotExist();
        assertThat(checkout.file("launcher/target/dist")).doesNotExist();
    }

    @Test
    void theProgramTakesThePlaceOfTheScriptSoThatSignalsReachIt() throws IOException, InterruptedException {
        Run run = checkout.run(PLAIN, "run", "--wait");
        Run.await(() -> run.process()
                        .info()
                        .command()
                        .filter(command -> command.endsWith("/bin/java"))
                        .isPresent()
                && run.out().toFile().length() > 0);

        run.process().destroy();

        assertThat(run.exitCode()).isEqualTo(143);
    }

    @Test
    void startsFromAClassArchiveAndSaysNothingOfIt() throws IOException, InterruptedException {
        checkout.run(PLAIN, "list").exitCode();
        Run run = checkout.run(PLAIN, "list");

        assertThat(run.lines().get(1))
                .containsPattern("-XX:(SharedArchiveFile|AOTCache)=[^,]*/dist/cds/[^,]*[.]archive");
        assertThat(run.lines().get(1))
                .contains("-Ddovetail.platform=" + checkout.file("launcher/target/dist/platform"));
        assertThat(run.lines()).hasSize(3);
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void trainsOnAFeatureFromASignedRepositoryAndEndsItsServer() throws IOException, InterruptedException {
        checkout.run(PLAIN, "list").exitCode();

        String log = Files.readString(checkout.file("target/fast-start.log"));
        assertThat(log)
                .contains("-Ddovetail.training=install explorer --repository http://localhost:1/#abc")
                .containsPattern("Main run\\|--headless\\|--home\\|[^|]+/home");
        Matcher server = Pattern.compile("(?m)^pid (\\d+)$").matcher(log);
        assertThat(server.find()).as(log).isTrue();
        assertThat(ProcessHandle.of(Long.parseLong(server.group(1)))).isEmpty();
    }

    @Test
    void aTrainingRunThatFailsIsLoggedAndNotTriedAgain() throws IOException, InterruptedException {
        Map<String, String> untrainable = Map.of("UNTRAINABLE", "yes");
        assertThat(checkout.run(untrainable, "list").exitCode()).isZero();
        assertThat(checkout.file("target/fast-start.log")).content().contains("exit code 3");

        Run second = checkout.run(untrainable, "list");

        assertThat(second.lines().get(1)).doesNotContain("SharedArchiveFile", "AOTCache");
        assertThat(second.errors()).isEmpty();
    }

    @Test
    void theDemoAddsThePublishersJarsAndItsOwnToTheProduct() throws IOException, InterruptedException {
        Run run = checkout.run(PLAIN, "demo", "--headless");

        assertThat(run.lines()).first().isEqualTo("dev.dovetail.demo.Demo --headless");
        assertThat(run.lines().get(2))
                .isEqualTo(String.join(
                        ":",
                        checkout.file("launcher/target/dist/lib/launcher.jar").toString(),
                        checkout.file("launcher/target/dist/publisher/publisher.jar")
                                .toString(),
                        checkout.file("demo/target/lib/demo-0.1.0.jar").toString()));
        assertThat(run.lines().get(1)).contains("-Ddovetail.demo=" + checkout.file("demo/target"));
    }

    @ParameterizedTest
    @CsvSource({"publish R a.jar", "repository init R", "repository serve R", "repository check R"})
    void whatTeamsDoGoesToThePublisherAlone(String line) throws IOException, InterruptedException {
        String[] words = line.split(" ");

        Run run = checkout.run(PLAIN, words);

        assertThat(run.lines()).first().isEqualTo("dev.dovetail.publisher.Main " + String.join("|", words));
        assertThat(run.lines().get(2))
                .isEqualTo(checkout.file("launcher/target/dist/publisher/publisher.jar")
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({"repository add URL", "repository list", "repository"})
    void whomToTrustIsTheProductsBusiness(String line) throws IOException, InterruptedException {
        String[] words = line.split(" ");

        assertThat(checkout.run(PLAIN, words).lines())
                .first()
                .isEqualTo("dev.dovetail.launcher.Main " + String.join("|", words));
    }

    @Test
    void verifyInstallsWhatTheTestsRunBesideDovetail() throws IOException, InterruptedException {
        Run run = checkout.run(
                withAptThat("[ \"$2\" != install ] || for tool in Xvfb python3; do"
                        + " echo '#!/bin/sh' >\"${0%/*}/$tool\"; /bin/chmod +x \"${0%/*}/$tool\"; done"),
                "verify");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.errors())
                .contains("Installing what the tests run beside Dovetail: apt-get install -y xvfb python3")
                .doesNotContain("Not installed");
        assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void verifyGoesOnWithoutThemAndSaysWhatThatMeans() throws IOException, InterruptedException {
        Run run = checkout.run(withAptThat("[ \"$2\" = --version ] || exit 100"), "verify");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.errors())
                .contains("apt-get failed", "Not installed: xvfb python3.", "skipped, or fail if CI is true");
        assertThat(checkout.mavenCalls()).hasSize(1);
    }

    private Map<String, String> withAptThat(String does) throws IOException {
        Path tools = checkout.tools(Map.of("apt-get", does, "sudo", "shift; exec \"$@\""));
        return Map.of("PATH", tools.toString());
    }

    @Test
    void verifyIsMavenWithTheArgumentsGiven() throws IOException, InterruptedException {
        Run run = checkout.run(PLAIN, "verify", "-Dmaven.repo.local=/some/where");

        assertThat(run.exitCode()).isZero();
        assertThat(checkout.mavenCalls())
                .singleElement()
                .asString()
                .contains(" -B verify ")
                .endsWith(" -Dmaven.repo.local=/some/where");
    }

    @Test
    void anOldJavaOnThePathIsNamedWithTheLineThatInstallsANewerOne() throws IOException, InterruptedException {
        checkout.writeJava("old/bin/java", "1.8.0_392");

        Run run = checkout.run(onlyJavaIn("old/bin"), "list");

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.errors()).contains("needs Java 17 or newer", "is Java 8. Install it:");
        assertThat(run.errors().lines()).hasSize(2);
    }

    @Test
    void anOldJavaOnThePathGivesWayToANewerOneThatIsInstalled() throws IOException, InterruptedException {
        checkout.writeJava("old/bin/java", "11.0.2");
        Files.createSymbolicLink(checkout.file("no-javas/here"), Path.of(System.getProperty("java.home")));

        assertThat(checkout.run(onlyJavaIn("old/bin"), "list").exitCode()).isZero();
    }

    @Test
    void aJavaHomeIsTakenAtItsWord() throws IOException, InterruptedException {
        Run run = checkout.run(Map.of("JAVA_HOME", "/nowhere"), "list");

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.errors()).contains("JAVA_HOME is /nowhere, but there is no bin/java in it");
    }

    @Test
    void aJavaWithoutACompilerCannotBuild() throws IOException, InterruptedException {
        checkout.writeJava("jre/bin/java", "17.0.15");

        Run run = checkout.run(onlyJavaIn("jre/bin"), "list");

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.errors()).contains("has no compiler (javac)").hasLineCount(2);
        assertThat(checkout.mavenCalls()).isEqualTo(List.of());
    }

    private Map<String, String> onlyJavaIn(String folder) {
        String path = checkout.file(folder) + ":" + System.getenv("PATH");
        return Map.of(
                "JAVA_HOME",
                "",
                "PATH",
                path,
                "DOVETAIL_JAVAS",
                checkout.file("no-javas").toString());
    }
}
