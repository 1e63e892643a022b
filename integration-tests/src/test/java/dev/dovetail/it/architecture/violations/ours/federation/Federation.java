package dev.dovetail.it.architecture.violations.ours.federation;

public interface Federation {}
