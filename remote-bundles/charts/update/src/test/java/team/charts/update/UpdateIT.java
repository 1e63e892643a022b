package team.charts.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import team.charts.api.Charting;
import team.charts.rehearsal.Context;
import team.charts.rehearsal.Opened;
import team.charts.rehearsal.Screen;
import team.charts.rehearsal.Tables;
import team.explorer.api.TableSource;

class UpdateIT {

    private static final Path PUBLISHED = Path.of(System.getProperty("published"));
    private static final Path RUNTIME = Path.of(System.getProperty("runtime"));

    @TempDir
    Path folder;

    private House house;
    private ServiceRegistration<TableSource> tables;

    @BeforeAll
    static void screen() throws Exception {
        Screen.start();
        Screen.theme(false);
    }

    @BeforeEach
    void start() throws Exception {
        house = new House(folder.resolve("framework"), RUNTIME, PUBLISHED);
        tables = context().registerService(TableSource.class, new Tables(), null);
    }

    @AfterEach
    void stop() throws Exception {
        house.close();
        house.framework().waitForStop(10_000);
    }

    @Test
    void showsTheSameChartAfterTheUpdateAndForgetsTheOldRelease() throws Exception {
        WeakReference<ClassLoader> old = updateOpenBoard();
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (old.get() != null && System.nanoTime() < end) {
            System.gc();
            Screen.run(() -> true);
        }
        assertThat(old.get()).isNull();
    }

    @Test
    void showsTheSameChartWhenTheTableIsGone() throws Exception {
        Memento memento = drawn(house.start("1.0.0"));
        tables.unregister();
        Bundle next = house.start("1.1.0");
        FeatureView view = objects(next).getService();
        try (Opened opened = open(view, memento)) {
            assertThat(opened.count(".plot-bar")).isEqualTo(3);
            assertThat(Screen.run(view::save)).isEqualTo(memento);
            assertThat(opened.find("#charts-kind-line", ToggleButton.class).isDisabled())
                    .isTrue();
        }
    }

    @Test
    void offersOtherFeaturesToChart() throws Exception {
        house.start("1.0.0");
        assertThat(context().getServiceReference(Charting.class)).isNotNull();
    }

    /** Both are open for a moment, as in the shell: the old one is closed when the new one has drawn. */
    private WeakReference<ClassLoader> updateOpenBoard() throws Exception {
        Bundle one = house.start("1.0.0");
        FeatureView before = objects(one).getService();
        Opened old = open(before, Memento.EMPTY);
        opening(old);
        Memento memento = Screen.run(before::save);
        FeatureView after = objects(house.start("1.1.0")).getService();
        assertThat(after.getClass().getClassLoader())
                .isNotSameAs(before.getClass().getClassLoader());
        try (Opened opened = open(after, memento)) {
            old.close();
            WeakReference<ClassLoader> loader =
                    new WeakReference<>(before.getClass().getClassLoader());
            objects(one).ungetService(before);
            one.stop();
            one.uninstall();
            opened.settle();
            assertThat(opened.find("#charts-version", Label.class).getText()).isEqualTo("Charts 1.1.0");
            assertThat(opened.find("#charts-title", TextField.class).getText())
                    .isEqualTo("Revenue, Cost and Profit by Region");
            assertThat(opened.count(".plot-value")).isEqualTo(12);
            assertThat(Screen.run(after::save)).isEqualTo(memento);
            return loader;
        }
    }

    private Memento drawn(Bundle bundle) {
        FeatureView view = objects(bundle).getService();
        try (Opened opened = open(view, Memento.EMPTY)) {
            opening(opened);
            return Screen.run(view::save);
        }
    }

    @SuppressWarnings("unchecked") // the x picker holds texts
    private static void opening(Opened opened) {
        opened.does(() -> {
            opened.find("#charts-kind-bar", ToggleButton.class).fire();
            opened.find("#charts-x", ComboBox.class).setValue("Region");
            return true;
        });
    }

    private Opened open(FeatureView view, Memento memento) {
        return Opened.open(view, new Context(memento, folder), 1280, 800);
    }

    private ServiceObjects<FeatureView> objects(Bundle bundle) {
        for (ServiceReference<?> reference : bundle.getRegisteredServices()) {
            if ("charts.board".equals(reference.getProperty("dovetail.view.id"))) {
                @SuppressWarnings("unchecked") // only views have this property
                ServiceReference<FeatureView> view = (ServiceReference<FeatureView>) reference;
                return context().getServiceObjects(view);
            }
        }
        throw new AssertionError("expected a view among the services of " + bundle);
    }

    private BundleContext context() {
        return house.framework().getBundleContext();
    }
}
