package dev.dovetail.testkit;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads a feature's classes once more, as a framework does for each version of a bundle: what lies in the feature's own
 * jar or folder comes from there, and all else from where the test has it.
 */
final class ViewLoader extends URLClassLoader {

    /** What a framework would get from the platform, even if a bundle had a copy. */
    private static final List<String> SHARED = List.of("java.", "javax.", "javafx.", "dev.dovetail.api.");

    private ViewLoader(URL place) {
        super(new URL[] {place}, ViewLoader.class.getClassLoader());
    }

    /** For classes that lie where this one does. */
    static ViewLoader beside(Class<?> type) {
        return new ViewLoader(type.getProtectionDomain().getCodeSource().getLocation());
    }

    static ViewLoader of(Path jar) throws IOException {
        return new ViewLoader(jar.toUri().toURL());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return isOwn(name) ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    private boolean isOwn(String name) {
        return SHARED.stream().noneMatch(name::startsWith) && findResource(name.replace('.', '/') + ".class") != null;
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }
}
