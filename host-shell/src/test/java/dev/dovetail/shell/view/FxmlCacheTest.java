package dev.dovetail.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.shell.fixture.ShellFixture;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import javafx.fxml.FXMLLoader;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class FxmlCacheTest {

    private static final String FXML = "<?import " + NoteOfFxml.class.getName() + "?>\n<"
            + NoteOfFxml.class.getSimpleName() + " text=\"from FXML\"/>";

    /** A class loader with a class of its own, like a bundle's. */
    private static final class Loader extends ClassLoader {

        Loader() {
            super(FxmlCacheTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(NoteOfFxml.class.getName()) ? own(name) : super.loadClass(name, resolve);
        }

        private synchronized Class<?> own(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = FxmlCacheTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (java.io.IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static WeakReference<ClassLoader> loaded() throws Exception {
        Loader loader = new Loader();
        FXMLLoader fxml = new FXMLLoader();
        fxml.setClassLoader(loader);
        Label label = ShellFixture.fx(() -> fxml.load(new ByteArrayInputStream(FXML.getBytes(StandardCharsets.UTF_8))));
        assertThat(label.getText()).isEqualTo("from FXML");
        assertThat(label.getClass().getClassLoader()).isSameAs(loader);
        return new WeakReference<>(loader);
    }

    private static boolean goes(WeakReference<ClassLoader> loader, int rounds) throws InterruptedException {
        for (int round = 0; round < rounds && !loader.refersTo(null); round++) {
            System.gc();
            Thread.sleep(50);
        }
        return loader.refersTo(null);
    }

    @Test
    void a_class_that_stood_in_fxml_leaves_memory_once_it_is_forgotten() throws Exception {
        ShellFixture.toolkit();
        WeakReference<ClassLoader> loader = loaded();
        assertThat(goes(loader, 5)).as("before").isFalse();
        ShellFixture.run(FxmlCache::forgetBundles);
        assertThat(goes(loader, 100)).as("after").isTrue();
    }
}
