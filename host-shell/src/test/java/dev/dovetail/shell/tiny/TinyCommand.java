package dev.dovetail.shell.tiny;

import dev.dovetail.api.FeatureCommand;
import dev.dovetail.api.Notice;
import dev.dovetail.api.ShellContext;

/** A command that says something. */
public final class TinyCommand implements FeatureCommand {

    @Override
    public void run(ShellContext context) {
        context.notify(Notice.success("Tiny was here."));
    }
}
