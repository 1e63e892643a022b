package dev.dovetail.it.architecture.violations.ours.shell.toasts;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;

@Breaks(Wall.CLASSES_ARE_NAMED_AFTER_THEIR_JOB)
record ToastManager() {}
