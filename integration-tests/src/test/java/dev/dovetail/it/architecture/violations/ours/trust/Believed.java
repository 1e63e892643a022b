package dev.dovetail.it.architecture.violations.ours.trust;

public interface Believed {}
