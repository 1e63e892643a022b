package dev.dovetail.it.endtoend.hostile;

import static dev.dovetail.it.endtoend.hostile.Jar.declaring;
import static dev.dovetail.it.endtoend.hostile.Jar.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.it.endtoend.Java;
import dev.dovetail.it.endtoend.Product;
import dev.dovetail.provisioner.hostile.HostileJar;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A team that is trusted signs jars that mean harm: rows 1, 2, 7 to 10 and 18 to 23 of the table in SECURITY.md. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Set before all tests.
final class HostileJarsIT {

    private static final String CHARTS = "team.charts.feature";

    @Parameter
    private Java java = Java.running();

    private Scene scene;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void setTheScene(@TempDir Path folder) throws Exception {
        scene = new Scene(java, folder);
    }

    @AfterEach
    void whatRanBeforeStillRuns() throws Exception {
        scene.assertStillRunning();
    }

    @AfterParameterizedClassInvocation
    void end() throws Exception {
        scene.close();
    }

    /** Each in the running window, where a person clicks on the feature; the first one on the command line too. */
    private void refuses(Jar... jars) throws Exception {
        List<Offer> offers = new ArrayList<>();
        for (Jar jar : jars) {
            offers.add(scene.offer(jar.make()));
        }
        scene.rogue().offer(offers.toArray(Offer[]::new));
        scene.window().ask("check");
        for (int i = 0; i < jars.length; i++) {
            assertThat(scene.refusedInWindow(offers.get(i), jars[i].code())).contains(jars[i].sentence());
        }
        Product product = scene.product();
        product.run("install", offers.get(0).feature())
                .refused(jars[0].sentence(), "code: " + jars[0].code(), "hint: ");
        scene.assertUnchanged(product);
    }

    @Test
    void an_entry_that_leads_out_of_the_bundle_is_refused() throws Exception {
        List<Jar> jars = new ArrayList<>(
                Stream.of("../outside", "/etc/outside", "a\\outside", "C:/outside", "a\0b", "a/NUL.txt", "com1.txt")
                        .map(path -> refused("002", "Expected", jar -> jar.entryNamed(path)))
                        .toList());
        jars.add(refused("003", "Expected", HostileJar::symbolicLink));
        jars.add(declaring("002", "Bundle-ClassPath to stay inside", "Bundle-ClassPath", ".,../outside.jar"));
        refuses(jars.toArray(Jar[]::new));
    }

    @Test
    void a_bomb_is_refused_before_it_is_unpacked() throws Exception {
        refuses(
                refused("006", "Expected at most 100 bytes from each packed byte", HostileJar::bomb),
                refused("006", "Expected", jar -> jar.manyEntries(10_001)),
                refused("007", "Expected", jar -> jar.lyingBomb("zeros.bin")),
                refused("005", "Expected", HostileJar::overlapping),
                refused("008", "Expected no jar inside of a jar", HostileJar::jarInJarInJar),
                refused("006", "Expected at most 100 bytes from each packed byte", HostileJar::bombInJar));
        Offer larger = scene.offer(HostileJar::good);
        JsonObject custom = JsonObject.EMPTY.with("size-unpacked", Json.integer(7));
        scene.rogue().put(larger.path(), larger.jar());
        scene.rogue()
                .offer(
                        RogueTeam.index(List.of(larger.entry())),
                        Map.of(larger.path(), larger.target().with("custom", custom)));
        scene.window().ask("check");
        assertThat(scene.refusedInWindow(larger, "DT-GATE-006")).contains("Expected 7 bytes unpacked as was signed");
    }

    @Test
    void another_teams_bundle_is_refused_however_high_its_version() throws Exception {
        byte[] jar = HostileJar.bundle(CHARTS, "99.0.0").good();
        scene.rogue().offer(Offer.of("charts", CHARTS, jar).version("99.0.0"));
        scene.window().ask("check");
        assertThat(scene.window().fails("update", "charts")).contains("DT-RESOLVE-005");
        Product product = scene.product();
        product.run("update", "charts")
                .refused(
                        "code: DT-RESOLVE-005",
                        "not taken from " + scene.server().url() + ": " + CHARTS + " 99.0.0",
                        "whose name it is");
        scene.assertStillStarts(product);
        refuses(refused("012", "1.0.0 as the index says", own -> jar));
    }

    @Test
    void a_bundle_with_an_odd_name_or_a_lookalike_is_refused() throws Exception {
        refuses(Stream.of("../../x", "acme/x", "\u0430cme.x", "acme.\u200bx", "acme x", "Acme..x")
                .map(name -> refused("013", "Expected a Bundle-SymbolicName of ASCII letters", jar -> HostileJar.bundle(
                                name, "1.0.0")
                        .good()))
                .toArray(Jar[]::new));
        Offer plain = scene.offer(HostileJar::good);
        String lookalike = "acme." + plain.feature().toUpperCase(Locale.ROOT);
        Offer other = Offer.of(
                "lookalike", lookalike, HostileJar.bundle(lookalike, "1.0.0").good());
        scene.rogue().offer(plain.saying(Offer.requiring(lookalike)), other);
        scene.window().ask("check");
        assertThat(scene.refusedInWindow(plain, "DT-GATE-013")).contains("by more than upper and lower case");
    }

    @Test
    void a_huge_or_malformed_manifest_is_refused_before_the_framework_reads_it() throws Exception {
        refuses(
                refused("010", "Expected", jar -> jar.manyHeaders(100_000)),
                refused("010", "Expected", jar -> jar.manyHeaders(501)),
                refused("010", "Expected", jar -> jar.manyImports(20_000)),
                refused("011", "Expected", jar -> jar.manifest(jar.manifest().strip() + "\r\nno colon\r\n")),
                refused(
                        "011",
                        "Expected",
                        jar -> jar.manifest(jar.manifest().strip() + "\r\nExport-Package: a,,b\r\n")));
    }

    @Test
    void native_code_is_refused_unless_the_person_allows_it() throws Exception {
        refuses(
                refused("020", "to bring no native code", jar -> jar.entryNamed("linux/liba.so")),
                declaring("020", "to bring no native code", "Bundle-NativeCode", "a.so;osname=linux"));
        Offer offer = scene.offer(jar -> jar.entryNamed("linux/liba.so"));
        scene.rogue().offer(offer);
        Product product = scene.product();
        scene.trust(product, "--allow", "native").well();
        product.run("install", offer.feature()).well();
    }

    @Test
    void a_bundle_that_means_harm_is_not_contained_but_can_be_removed() throws Exception {
        Path loot = Files.writeString(scene.fresh("secret"), "what the person can read");
        Offer offer = scene.offer(jar -> jar.header("Bundle-Activator", Thief.class.getName())
                .header("Import-Package", "org.osgi.framework")
                .header("X-Loot", loot.toString())
                .type(Thief.class)
                .good());
        scene.rogue().offer(offer);
        scene.window().ask("check");
        scene.window().ask("press", "#rail-" + offer.feature() + "-view");
        Path stolen = loot.resolveSibling(loot.getFileName() + ".stolen");
        for (int i = 0; i < 600 && !Files.exists(stolen); i++) {
            Thread.sleep(100);
        }
        assertThat(stolen).hasSameTextualContentAs(loot);
        Product product = scene.product();
        product.run("install", offer.feature()).well();
        product.run("remove", offer.feature()).well();
        assertThat(product.run("run", "--headless").well().out()).contains("opened charts.board");
    }

    @Test
    void a_package_of_the_platform_or_of_another_team_is_not_exported() throws Exception {
        refuses(
                declaring("015", "exports that are not the platform's", "Export-Package", "javafx.scene;version=99"),
                declaring("015", "exports that are not the platform's", "Export-Package", "org.osgi.framework"),
                declaring("015", "exports that are not the platform's", "Export-Package", "dev.dovetail.api"),
                declaring("016", "Expected", "Export-Package", "team.charts.api;version=99"));
    }

    @Test
    void a_fragment_of_another_teams_bundle_or_of_the_framework_is_refused() throws Exception {
        refuses(
                declaring("018", "to attach fragments to no bundle", "Fragment-Host", CHARTS),
                declaring("017", "leaves the framework alone", "Fragment-Host", "system.bundle;extension:=framework"),
                declaring("017", "leaves the framework alone", "ExtensionBundle-Activator", "a.B"));
    }

    @Test
    void another_teams_bundle_is_not_required_whole() throws Exception {
        refuses(
                declaring("019", "Require-Bundle to name bundles of acme or of Dovetail", "Require-Bundle", CHARTS),
                declaring("019", "Require-Bundle to name bundles of acme", "Require-Bundle", "system.bundle"));
    }

    @Test
    void what_reaches_into_other_bundles_is_refused() throws Exception {
        refuses(
                declaring("022", "open to features", "Import-Package", "org.osgi.framework.hooks.weaving"),
                declaring("022", "open to features", "Import-Package", "org.osgi.framework.hooks.resolver"),
                declaring("022", "open to features", "Import-Package", "org.osgi.service.url"),
                declaring("022", "open to features", "Import-Package", "sun.misc"),
                declaring("021", "packages that are named one by one", "DynamicImport-Package", "*"),
                declaring("023", "without Launcher-Agent-Class", "Launcher-Agent-Class", "a.B"),
                declaring("023", "Bundle-ActivationPolicy: lazy", "Bundle-ActivationPolicy", "eager"));
    }

    @Test
    void a_jar_that_two_readers_take_for_two_jars_is_refused() throws Exception {
        refuses(
                declaring("023", "without Class-Path", "Class-Path", "other.jar"),
                refused("004", "Expected", jar -> jar.twice("a/b.txt")),
                refused("005", "Expected", jar -> jar.otherNameInside("a.txt", "b.txt")),
                refused("005", "Expected", jar -> jar.otherSizeInside("a.txt")),
                refused("005", "Expected", jar -> jar.hiddenEntry("a.txt")),
                refused("005", "Expected", HostileJar::strayBytes),
                refused("001", "Expected", HostileJar::archiveInComment),
                refused("009", "Expected", jar -> jar.header("Multi-Release", "true")
                        .entryNamed("META-INF/versions/9/META-INF/x")));
    }
}
