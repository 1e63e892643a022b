package dev.dovetail.provisioner.apply;

import java.lang.ref.WeakReference;

/** Watches the class loader of a bundle that has left the framework. Whoever reads a heap dump looks for these. */
public final class RetiredLoader extends WeakReference<ClassLoader> {

    private final Retirement retirement;
    // For readers of heap dumps: one field that says it all.
    private final String name;

    RetiredLoader(ClassLoader loader, Retirement retirement) {
        super(loader);
        this.retirement = retirement;
        this.name = retirement.name();
    }

    Retirement retirement() {
        return retirement;
    }

    boolean isSame(RetiredLoader other) {
        ClassLoader loader = get();
        return loader != null && other.refersTo(loader);
    }

    boolean isGone() {
        return refersTo(null);
    }

    @Override
    public String toString() {
        return name;
    }
}
