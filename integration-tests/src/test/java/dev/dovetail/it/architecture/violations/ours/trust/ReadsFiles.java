package dev.dovetail.it.architecture.violations.ours.trust;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import java.nio.file.Path;

@Breaks(Wall.TRUST_READS_AND_WRITES_NOTHING)
record ReadsFiles(Path path) {}
