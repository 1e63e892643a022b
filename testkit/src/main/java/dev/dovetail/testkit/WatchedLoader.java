package dev.dovetail.testkit;

import java.lang.ref.WeakReference;

/** Watches the class loader of one round; a heap dump is searched for these. */
final class WatchedLoader extends WeakReference<ClassLoader> {

    private final String name;

    WatchedLoader(ClassLoader loader, String name) {
        super(loader);
        this.name = name;
    }

    boolean isGone() {
        return refersTo(null);
    }

    @Override
    public String toString() {
        return name;
    }
}
