package dev.dovetail.it.architecture.violations.ours.provisioner.fetch;

import dev.dovetail.it.architecture.violations.Allowed;
import dev.dovetail.it.architecture.violations.ours.trust.Believed;

@Allowed
public record NamesTrust(Believed believed) {}
