package dev.dovetail.it.architecture.violations.ours.trust;

import dev.dovetail.it.architecture.violations.Allowed;
import java.io.ByteArrayOutputStream;

@Allowed
record WritesToMemory(ByteArrayOutputStream out) {}
