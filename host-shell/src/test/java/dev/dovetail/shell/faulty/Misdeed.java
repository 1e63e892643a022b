package dev.dovetail.shell.faulty;

/** Throws from a class of the feature, what is the feature's or Java's own. */
public final class Misdeed implements Runnable {

    private final boolean own;

    public Misdeed(boolean own) {
        this.own = own;
    }

    @Override
    public void run() {
        throw own ? new FaultyException("misdeed") : new IllegalStateException("misdeed");
    }
}
