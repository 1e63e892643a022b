package dev.dovetail.it.architecture.violations.ours.provisioner;

public interface Provisioner {}
