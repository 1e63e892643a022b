package dev.dovetail.shell.faulty;

import dev.dovetail.api.FeatureCommand;
import dev.dovetail.api.ShellContext;

/** A command that commits a misdeed. */
public final class FaultyCommand implements FeatureCommand {

    private final Runnable misdeed;

    public FaultyCommand(Runnable misdeed) {
        this.misdeed = misdeed;
    }

    @Override
    public void run(ShellContext context) {
        misdeed.run();
    }
}
