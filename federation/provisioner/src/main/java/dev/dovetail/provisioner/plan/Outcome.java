package dev.dovetail.provisioner.plan;

/** What planning leads to: a plan, or the reason why there is none. */
public sealed interface Outcome permits Plan, Refusal {}
