/** The whole product, as people start it: built jars in processes of their own, repositories behind real HTTP. */
@NullMarked
package dev.dovetail.it.endtoend;

import org.jspecify.annotations.NullMarked;
