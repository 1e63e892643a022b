package dev.dovetail.it.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import dev.dovetail.api.FeatureView;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.options.UrlProvisionOption;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.ServiceTracker;

/** Runs inside the framework: on the launcher's embedded bundles and, of the teams' features, on what they publish. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PlatformBundlesIT {

    private static final long PATIENCE_MILLIS = 10_000;
    private static final Path BUNDLES = Path.of(System.getProperty("it.bundles"));
    private static final String EXPLORER = "team.explorer.feature";
    private static final String CHARTS = "team.charts.feature";

    @Inject
    private BundleContext context;

    private List<Bundle> features = List.of();

    @Configuration
    public static Option[] platform() throws Exception {
        return options(
                systemProperty("org.ops4j.pax.logging.DefaultServiceLog.level").value("WARN"),
                systemPackages(SystemPackages.exports(testClasses())),
                jar("dovetail-api"),
                jar("org.apache.felix.scr"),
                jar("org.osgi.service.component"),
                jar("org.osgi.util.function"),
                jar("org.osgi.util.promise"),
                composite(jar("team.charts.api"), jar("team.explorer.api"), jar("h2"), jar("fastcsv")),
                composite(jar("assertj-core"), jar("byte-buddy")),
                bundle(SampleBundle.write(BUNDLES.resolve("made"), testClasses(), BUNDLES.resolve("dovetail-api.jar"))
                        .toUri()
                        .toString()),
                junitBundles());
    }

    private static Path testClasses() throws Exception {
        return Path.of(PlatformBundlesIT.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static UrlProvisionOption jar(String artifact) {
        return bundle(location(artifact));
    }

    private static String location(String artifact) {
        return BUNDLES.resolve(artifact + ".jar").toUri().toString();
    }

    @Before
    public void installTheTeamsFeatures() throws BundleException {
        features = List.of(context.installBundle(location(EXPLORER)), context.installBundle(location(CHARTS)));
        for (Bundle feature : features) {
            feature.start();
        }
    }

    @After
    public void uninstallThem() throws BundleException {
        for (Bundle feature : features) {
            if (feature.getState() != Bundle.UNINSTALLED) {
                feature.uninstall();
            }
        }
    }

    @Test
    public void everyBundleOfThePlatformResolvesAndStarts() {
        assertThat(List.of(
                        "dev.dovetail.api",
                        "org.apache.felix.scr",
                        "org.osgi.service.component",
                        "org.osgi.util.function",
                        "org.osgi.util.promise"))
                .allSatisfy(name -> assertThat(named(name).getState()).isEqualTo(Bundle.ACTIVE));
    }

    @Test
    public void aViewIsAServiceThatSaysWhatItsAnnotationSays() throws Exception {
        ServiceReference<FeatureView> view = view("sample.view");

        assertThat(view.getBundle().getSymbolicName()).isEqualTo(SampleBundle.NAME);
        assertThat(view.getProperty("dovetail.view.id")).isEqualTo("sample.view");
        assertThat(view.getProperty("dovetail.view.title")).isEqualTo("Sample view");
        assertThat(view.getProperty("dovetail.view.order")).isEqualTo(7);
    }

    @Test
    public void everyTabGetsAViewOfItsOwn() throws Exception {
        ServiceReference<FeatureView> view = view("sample.view");
        ServiceObjects<FeatureView> views = context.getServiceObjects(view);
        FeatureView one = views.getService();
        FeatureView other = views.getService();

        assertThat(view.getProperty(Constants.SERVICE_SCOPE)).isEqualTo(Constants.SCOPE_PROTOTYPE);
        assertThat(one).isNotNull().isNotSameAs(other);

        views.ungetService(one);
        views.ungetService(other);
    }

    @Test
    public void theApiComesFromItsBundle() {
        BundleWire wire = packageWire(named(SampleBundle.NAME), "dev.dovetail.api");

        assertThat(wire.getProvider().getSymbolicName()).isEqualTo("dev.dovetail.api");
        assertThat(FeatureView.class).isSameAs(loaded(named(SampleBundle.NAME), FeatureView.class.getName()));
    }

    @Test
    public void javaFxComesFromTheSystemBundleWithItsVersion() {
        BundleWire wire = packageWire(named(EXPLORER), "javafx.scene.control");

        assertThat(wire.getProvider().getBundle().getBundleId()).isEqualTo(Constants.SYSTEM_BUNDLE_ID);
        assertThat(wire.getCapability().getAttributes().get(Constants.VERSION_ATTRIBUTE))
                .hasToString("21.0.12");
    }

    @Test
    public void theTeamsFeaturesOfferTheirServices() throws Exception {
        assertThat(features).allSatisfy(bundle -> assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE));
        assertThat(awaited("(objectClass=team.explorer.api.TableSource)")
                        .getBundle()
                        .getSymbolicName())
                .isEqualTo(EXPLORER);
        assertThat(awaited("(objectClass=team.charts.api.Charting)").getBundle().getSymbolicName())
                .isEqualTo(CHARTS);
        assertThat(view("explorer.tables").getBundle().getSymbolicName()).isEqualTo(EXPLORER);
        assertThat(view("charts.board").getBundle().getSymbolicName()).isEqualTo(CHARTS);
    }

    @Test
    public void stoppingTheExplorerLeavesTheChartsRunning() throws Exception {
        oneGoesTheOtherStays(EXPLORER, CHARTS, "charts.board");
    }

    @Test
    public void stoppingTheChartsLeavesTheExplorerRunning() throws Exception {
        oneGoesTheOtherStays(CHARTS, EXPLORER, "explorer.tables");
    }

    private void oneGoesTheOtherStays(String leaving, String staying, String viewOfTheOther) throws Exception {
        ServiceReference<FeatureView> before = view(viewOfTheOther);

        named(leaving).stop();
        assertThat(named(staying).getState()).isEqualTo(Bundle.ACTIVE);

        named(leaving).uninstall();
        assertThat(named(staying).getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(context.getBundles()).noneMatch(bundle -> leaving.equals(bundle.getSymbolicName()));
        assertThat(view(viewOfTheOther)).isEqualTo(before);
        assertThat(context.getServiceReferences(FeatureView.class, null))
                .noneMatch(view -> leaving.equals(view.getBundle().getSymbolicName()));
    }

    private Bundle named(String name) {
        return Stream.of(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "Expected a bundle " + name + ", found: " + Arrays.toString(context.getBundles())));
    }

    @SuppressWarnings("unchecked") // The filter asks for this class.
    private ServiceReference<FeatureView> view(String id) throws Exception {
        return (ServiceReference<FeatureView>)
                awaited("(&(objectClass=" + FeatureView.class.getName() + ")(dovetail.view.id=" + id + "))");
    }

    /** The extender works on a thread of its own at times, so a service may be a moment behind its bundle. */
    private ServiceReference<?> awaited(String filter) throws Exception {
        ServiceTracker<Object, ServiceReference<Object>> tracker =
                new ServiceTracker<>(context, context.createFilter(filter), null) {
                    @Override
                    public ServiceReference<Object> addingService(ServiceReference<Object> reference) {
                        return reference;
                    }
                };
        tracker.open();
        try {
            ServiceReference<Object> found = tracker.waitForService(PATIENCE_MILLIS);
            assertThat(found).as("a service %s", filter).isNotNull();
            return found;
        } finally {
            tracker.close();
        }
    }

    private static BundleWire packageWire(Bundle importer, String name) {
        return importer.adapt(BundleWiring.class).getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .filter(wire ->
                        name.equals(wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected " + importer + " to be wired to " + name));
    }

    private static Class<?> loaded(Bundle bundle, String name) {
        try {
            return bundle.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("Expected " + bundle + " to see " + name, e);
        }
    }
}
