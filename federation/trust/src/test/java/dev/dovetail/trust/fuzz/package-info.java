/**
 * Inputs of strangers, made up by the million. An ordinary build replays the seeds beside the tests' classes; to search for new
 * ones: {@code JAZZER_FUZZ=1 ./mvnw -pl federation/trust test -Dtest='MetadataFuzzTest#anyBytes' -Dtest.flags=-Xmx512m}.
 */
@NullMarked
package dev.dovetail.trust.fuzz;

import org.jspecify.annotations.NullMarked;
