package dev.dovetail.provisioner.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.provisioner.hostile.HostileJar;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.StartsQuietly;
import dev.dovetail.provisioner.sample.TestFramework;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** The second line: what the framework wires when the gate has let something through, or was passed by. */
@Timeout(60)
class BordersTest {

    private static final String API = "platform.api";

    private final TestFramework framework;
    private final Borders borders;

    BordersTest(@TempDir Path home) throws Exception {
        framework = new TestFramework(home.resolve("framework"));
        borders = framework.borders();
    }

    @AfterEach
    void stop() {
        framework.close();
    }

    private Bundle install(byte[] jar, String location) throws BundleException {
        return framework.context().installBundle(location, new ByteArrayInputStream(jar));
    }

    private Bundle of(String publisher, SampleBundle sample) throws BundleException {
        Bundle bundle = install(sample.jar(), "sha256:" + sample.sha256());
        borders.enter(bundle, publisher);
        return bundle;
    }

    private Bundle ofPlatform(SampleBundle sample) throws BundleException {
        Bundle bundle = install(sample.jar(), "platform:" + sample.name());
        borders.platform(bundle);
        return bundle;
    }

    private boolean resolves(Bundle... bundles) {
        return framework.context().getBundle(0).adapt(FrameworkWiring.class).resolveBundles(List.of(bundles));
    }

    private static Stream<String> providers(Bundle bundle, String packageName) {
        return bundle.adapt(BundleWiring.class).getRequiredWires("osgi.wiring.package").stream()
                .filter(wire ->
                        packageName.equals(wire.getCapability().getAttributes().get("osgi.wiring.package")))
                .map(wire -> wire.getProvider().getSymbolicName());
    }

    private static SampleBundle bundle(String name) {
        return SampleBundle.named(name, "1.0.0");
    }

    @Test
    void aPackageOfThePlatformComesFromThePlatformWhateverElseIsOffered() throws Exception {
        Bundle rogue = of("rogue", bundle("rogue").exporting(API, "1.5.0"));
        assertThat(resolves(rogue)).isTrue();
        ofPlatform(bundle("platform").exporting(API, "1.0.0"));
        Bundle victim = of("team", bundle("victim").importing(API, "[1,2)"));
        assertThat(resolves(victim)).isTrue();
        assertThat(providers(victim, API)).containsExactly("platform");
    }

    @Test
    void withoutTheBordersTheRogueWouldHaveWon(@TempDir Path elsewhere) throws Exception {
        TestFramework open = new TestFramework(elsewhere, false);
        try {
            SampleBundle rogue = bundle("rogue").exporting(API, "1.5.0");
            Bundle first = open.context().installBundle("r", new ByteArrayInputStream(rogue.jar()));
            open.context().getBundle(0).adapt(FrameworkWiring.class).resolveBundles(List.of(first));
            SampleBundle platform = bundle("platform").exporting(API, "1.0.0");
            open.context().installBundle("p", new ByteArrayInputStream(platform.jar()));
            SampleBundle sample = bundle("victim").importing(API, "[1,2)");
            Bundle victim = open.context().installBundle("v", new ByteArrayInputStream(sample.jar()));
            open.context().getBundle(0).adapt(FrameworkWiring.class).resolveBundles(List.of(victim));
            assertThat(providers(victim, API)).containsExactly("rogue");
        } finally {
            open.close();
        }
    }

    @Test
    void aHigherVersionOfAPackageOfThePlatformIsNobodysToGive() throws Exception {
        ofPlatform(bundle("platform").exporting(API, "1.0.0"));
        of("rogue", bundle("rogue").exporting(API, "9.0.0"));
        assertThat(resolves(of("team", bundle("victim").importing(API, "[9,10)"))))
                .isFalse();
    }

    @Test
    void whatReachesIntoOthersIsForThePlatformAlone() throws Exception {
        for (String hidden : List.of(
                "org.osgi.framework.hooks.weaving", "org.osgi.framework.hooks.resolver", "org.osgi.service.url")) {
            assertThat(resolves(of("team", bundle("nosy." + hidden).importing(hidden, "[1,2)"))))
                    .isFalse();
            assertThat(resolves(ofPlatform(bundle("part." + hidden).importing(hidden, "[1,2)"))))
                    .isTrue();
        }
    }

    @Test
    void itIsNotReachedByADynamicImportEither() throws Exception {
        Bundle nosy = of("team", bundle("nosy").header("DynamicImport-Package", "*"));
        assertThat(resolves(nosy)).isTrue();
        assertThat(load(nosy, "org.osgi.framework.hooks.weaving.WeavingHook")).isFalse();
        assertThat(load(nosy, "org.osgi.framework.Version")).isTrue();
    }

    @Test
    void itIsNotReachedByRequiringTheFrameworkWhole() throws Exception {
        assertThat(resolves(of("team", bundle("nosy").header("Require-Bundle", "system.bundle"))))
                .isFalse();
    }

    private static boolean load(Bundle bundle, String name) {
        try {
            return bundle.loadClass(name) != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void aFragmentIsAttachedToHostsOfItsPublisherAlone() throws Exception {
        Bundle host = of("team", bundle("team.host"));
        of("team", bundle("team.words").header("Fragment-Host", "team.host"));
        Bundle foreign = of("other", bundle("other.words").header("Fragment-Host", "team.host"));
        assertThat(resolves(host)).isTrue();
        assertThat(host.adapt(BundleWiring.class).getProvidedWires("osgi.wiring.host"))
                .extracting(wire -> wire.getRequirer().getSymbolicName())
                .containsExactly("team.words");
        assertThat(resolves(foreign)).isFalse();
    }

    @Test
    void aFragmentIsNotAttachedToThePlatform() throws Exception {
        ofPlatform(bundle("platform"));
        assertThat(resolves(of("team", bundle("words").header("Fragment-Host", "platform"))))
                .isFalse();
    }

    @Test
    void aWholeBundleIsRequiredOfOnesOwnPublisherOrThePlatform() throws Exception {
        of("team", bundle("team.lib").exporting("team.lib", "1.0.0"));
        ofPlatform(bundle("platform").exporting(API, "1.0.0"));
        assertThat(resolves(of("team", bundle("mine").header("Require-Bundle", "team.lib,platform"))))
                .isTrue();
        assertThat(resolves(of("other", bundle("yours").header("Require-Bundle", "team.lib"))))
                .isFalse();
    }

    @Test
    void packagesOfOthersAreImportedAsEver() throws Exception {
        Bundle api = of("team", bundle("team.api").exporting("team.api", "1.0.0"));
        Bundle user = of("other", bundle("other.user").importing("team.api", "[1,2)"));
        assertThat(resolves(api, user)).isTrue();
        assertThat(providers(user, "team.api")).containsExactly("team.api");
    }

    @Test
    void aBundleThatCameInByAnotherWayIsWiredToNothing() throws Exception {
        Bundle known = of("team", bundle("team.api").exporting("team.api", "1.0.0"));
        SampleBundle sample = bundle("stranger").exporting("stranger", "1.0.0").activator(StartsQuietly.class);
        Bundle stranger = install(sample.jar(), "file:stranger.jar");
        assertThat(resolves(stranger)).isFalse();
        assertThat(resolves(known)).isTrue();
        assertThat(resolves(of("team", bundle("user").importing("stranger", "[1,2)"))))
                .isFalse();
    }

    @Test
    void aClassThatLiesAboutItsSizeCostsNoMoreThanItSays() throws Exception {
        Bundle bundle = install(HostileJar.bundle("liar", "1.0.0").lyingBomb("liar/A.class"), "liar");
        borders.enter(bundle, "team");
        assertThat(resolves(bundle)).isTrue();
        assertThatThrownBy(() -> bundle.loadClass("liar.A")).isInstanceOf(ClassFormatError.class);
    }

    @Test
    void aLazyActivationPolicyHasNoEffect() throws Exception {
        Bundle lazy = of(
                "team", bundle("lazy").header("Bundle-ActivationPolicy", "lazy").activator(StartsQuietly.class));
        assertThat(resolves(lazy)).isTrue();
        lazy.loadClass(StartsQuietly.class.getName());
        assertThat(lazy.getState()).isEqualTo(Bundle.RESOLVED);
        lazy.start(Bundle.START_TRANSIENT);
        assertThat(lazy.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void whatThePlatformIsIsKnownForTheGate() throws Exception {
        ofPlatform(bundle("platform").exporting(API, "1.0.0"));
        assertThat(borders.reserved().bundles()).contains("platform", "system.bundle", "org.apache.felix.framework");
        assertThat(borders.reserved().covers(API)).isTrue();
        assertThat(borders.reserved().covers("java.util")).isTrue();
        assertThat(borders.reserved().covers("javax.swing")).isTrue();
        assertThat(borders.reserved().covers("some.library")).isFalse();
    }
}
