package dev.dovetail.shell.workbench;

import dev.dovetail.federation.Desktop;
import dev.dovetail.federation.Federation;
import dev.dovetail.shell.threads.DaemonPool;
import dev.dovetail.shell.threads.FeaturePools;
import dev.dovetail.shell.threads.FxThread;
import dev.dovetail.shell.view.FeatureServices;
import java.time.Clock;
import java.time.Duration;

/**
 * What the window is put into.
 *
 * @param federation knows and brings features
 * @param desktop the process
 * @param services the features' services
 * @param clock the time
 * @param showLimit how long a new version may take to show the views that it takes over
 * @param ui the JavaFX application thread
 * @param background for what may wait
 * @param pools the features' threads
 * @param version Dovetail's own
 */
record ShellWorld(
        Federation federation,
        Desktop desktop,
        FeatureServices services,
        Clock clock,
        Duration showLimit,
        FxThread ui,
        DaemonPool background,
        FeaturePools pools,
        String version) {}
