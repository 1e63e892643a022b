package dev.dovetail.benchmarks;

import java.nio.file.Path;

/**
 * What is measured with.
 *
 * @param java starts programs
 * @param screen where windows are drawn
 * @param work a folder for whatever comes up
 * @param repositories the sample teams' repositories
 * @param rounds how often programs are started
 * @param updates how many live updates are measured
 */
record Bench(Java java, Screen screen, Path work, Path repositories, int rounds, int updates) {}
