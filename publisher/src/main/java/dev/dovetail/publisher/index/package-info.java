/** The index of a team: what each bundle provides and requires, as bnd reads it from the manifests. */
@NullMarked
package dev.dovetail.publisher.index;

import org.jspecify.annotations.NullMarked;
