package dev.dovetail.it.architecture.violations.ours.launcher.boot;

import dev.dovetail.it.architecture.violations.Allowed;
import javafx.application.Platform;

@Allowed
public record StartsTheToolkit() {
    void start() {
        Platform.setImplicitExit(false);
    }
}
