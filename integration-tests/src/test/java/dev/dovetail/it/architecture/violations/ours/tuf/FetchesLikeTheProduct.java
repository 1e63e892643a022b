package dev.dovetail.it.architecture.violations.ours.tuf;

import dev.dovetail.it.architecture.violations.Allowed;
import dev.dovetail.it.architecture.violations.ours.provisioner.fetch.NamesTrust;

@Allowed
record FetchesLikeTheProduct(NamesTrust fetching) {}
