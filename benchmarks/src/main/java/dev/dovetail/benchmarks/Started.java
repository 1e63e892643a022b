package dev.dovetail.benchmarks;

/**
 * How long a program took from being called to a usable window.
 *
 * @param wallMillis on the clock
 * @param cpuMillis of processor time, in user and system mode
 */
record Started(double wallMillis, double cpuMillis) {}
