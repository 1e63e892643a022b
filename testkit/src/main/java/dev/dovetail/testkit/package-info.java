/** What a feature team tests its views with. */
@NullMarked
package dev.dovetail.testkit;

import org.jspecify.annotations.NullMarked;
