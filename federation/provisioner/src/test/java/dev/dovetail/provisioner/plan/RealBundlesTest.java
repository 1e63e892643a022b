package dev.dovetail.provisioner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.repository.SimpleIndexer;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.PlatformBundle;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.apache.felix.framework.Felix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Resource;

/** A plan over bnd's index of real bundles, carried out in the real framework. */
class RealBundlesTest {

    // The framework provides Java under several names; by which of them a bundle finds it makes no difference.
    private static final String JAVA = "osgi.ee";

    private Path directory;
    private Felix felix;
    private Catalog catalog;

    @BeforeEach
    void startTheFrameworkAndIndexTheBundles(@TempDir Path directory) throws Exception {
        this.directory = directory;
        felix = new Felix(Map.of(
                "org.osgi.framework.storage",
                directory.resolve("cache").toString(),
                "org.osgi.framework.system.packages.extra",
                "javafx.scene;version=21.0.12,org.osgi.service.component;org.osgi.service.component.runtime;"
                        + "org.osgi.service.component.runtime.dto;version=1.5.1,"
                        + "org.osgi.util.promise;version=1.3.0,org.osgi.util.function;version=1.2.0"));
        felix.init();
        catalog = index(
                jarOf(org.h2.Driver.class),
                jarOf(org.apache.felix.scr.info.ScrInfo.class),
                feature("[21,26)", "1.0.0"),
                feature("[26,30)", "2.0.0"));
    }

    @AfterEach
    void stopTheFramework() throws Exception {
        felix.stop();
        felix.waitForStop(10_000);
    }

    @Test
    void readsEveryEntryOfBndsIndex() {
        assertThat(catalog.refused()).isEmpty();
        assertThat(catalog.bundles())
                .extracting(IndexedBundle::bsn)
                .containsExactly("acme.data", "acme.data", "com.h2database", "org.apache.felix.scr");
        assertThat(catalog.newest("data").orElseThrow().contributions()).hasSize(1);
    }

    @Test
    void theFrameworkWiresThePlansBundlesAsPlanned() throws Exception {
        var outcome = new Planner(Clock.systemUTC()).plan(new Request.Install("data"), platform(), catalog);

        assertThat(outcome).isInstanceOf(Plan.class);
        var plan = (Plan) outcome;
        assertThat(plan.add())
                .extracting(Object::toString)
                .contains("acme.data 1.0.0")
                .hasSize(3);
        var bundles = new ArrayList<Bundle>();
        for (var bundle : plan.add()) {
            bundles.add(felix.getBundleContext().installBundle(bundle.url().toString()));
        }
        felix.start();
        assertThat(felix.adapt(FrameworkWiring.class).resolveBundles(bundles)).isTrue();
        assertThat(wires(bundles)).isEqualTo(planned(plan));
    }

    @Test
    void saysWhichJavaFxTheNewestVersionNeeds() {
        var refusal = (Refusal) new Planner(Clock.systemUTC())
                .plan(new Request.Install("data", new org.osgi.framework.VersionRange("[2,3)")), platform(), catalog);

        assertThat(Explanation.of(refusal).message())
                .isEqualTo("Feature \"data\" 2.0.0 needs JavaFX [26,30), this Dovetail has 21.0.12.");
    }

    private Installed platform() {
        return new Installed(List.of(felix.adapt(BundleRevision.class)), List.of(), Map.of());
    }

    private static Set<String> wires(List<Bundle> bundles) {
        return bundles.stream()
                .flatMap(bundle -> bundle.adapt(BundleWiring.class).getRequiredWires(null).stream())
                .filter(wire -> !wire.getCapability().getNamespace().equals(JAVA))
                .map(wire -> wire.getRequirer().getSymbolicName() + " <- "
                        + wire.getCapability().getNamespace() + " "
                        + wire.getCapability()
                                .getAttributes()
                                .get(wire.getCapability().getNamespace()) + " <- "
                        + wire.getProvider().getSymbolicName())
                .collect(Collectors.toSet());
    }

    private static Set<String> planned(Plan plan) {
        return plan.wires().stream()
                .filter(wire -> !wire.namespace().equals(JAVA))
                .map(wire -> wire.requirer().bsn() + " <- " + wire.namespace() + " " + wire.name() + " <- "
                        + bsn(wire.provider()))
                .collect(Collectors.toSet());
    }

    private static String bsn(Resource resource) {
        return resource instanceof PlatformBundle platform ? platform.bsn() : ((IndexedBundle) resource).bsn();
    }

    private Catalog index(File... jars) throws Exception {
        var file = directory.resolve("index.xml").toAbsolutePath().toFile();
        new SimpleIndexer().files(List.of(jars)).base(URI.create("file:///")).index(file);
        try (var in = Files.newInputStream(file.toPath())) {
            return Catalog.of(List.of(new IndexReader().read(in, directory.toUri(), URI.create("file:///index.xml"))));
        }
    }

    private static File jarOf(Class<?> type) throws Exception {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private File feature(String javafx, String version) throws IOException {
        var manifest = new Manifest();
        var headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "acme.data");
        headers.putValue("Bundle-Version", version);
        headers.putValue("Import-Package", "org.h2.tools;version=\"[2,3)\",javafx.scene;version=\"" + javafx + "\"");
        headers.putValue(
                "Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.0.0)(!(version>=2.0.0)))\"");
        headers.putValue(
                "Provide-Capability",
                "dovetail.feature;dovetail.feature=data;title=Data,"
                        + "dovetail.view;dovetail.view=data.table;title=Table;order:Long=5");
        var jar = directory.resolve("data-" + version + ".jar").toFile();
        try (var out = new JarOutputStream(Files.newOutputStream(jar.toPath()), manifest)) {
            out.finish();
        }
        return jar;
    }
}
