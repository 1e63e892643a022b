package dev.dovetail.shell.view;

import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Map;
import javafx.application.Platform;

/**
 * What FXML remembers of classes: {@code BeanAdapter.globalMethodCache}, in JavaFX 21 and 25, has the methods of every
 * class that ever stood in an FXML file or was its controller, and with them its class loader, until the process ends.
 * There is no other way to it than its field; a JavaFX that has none is left alone. JavaFX application thread only.
 */
public final class FxmlCache {

    private static final System.Logger LOG = System.getLogger(FxmlCache.class.getName());

    private FxmlCache() {}

    /** Forgets the classes of all bundles. Those that are there yet are looked at again when their FXML is. */
    public static void forgetBundles() {
        ClassLoader platform = Platform.class.getClassLoader();
        try {
            Field cache = Class.forName("com.sun.javafx.fxml.BeanAdapter", true, platform)
                    .getDeclaredField("globalMethodCache");
            cache.setAccessible(true);
            if (cache.get(null) instanceof Map<?, ?> methods) {
                methods.keySet().removeIf(type -> type instanceof Class<?> known && isOfBundle(known, platform));
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.log(Level.DEBUG, "FXML goes on remembering the classes of replaced versions", e);
        }
    }

    private static boolean isOfBundle(Class<?> type, ClassLoader platform) {
        ClassLoader loader = type.getClassLoader();
        return loader != null && loader != platform && loader != ClassLoader.getPlatformClassLoader();
    }
}
