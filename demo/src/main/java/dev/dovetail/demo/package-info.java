/** The main job on the sample features: served, shown, and walked through step by step with each step checked. */
@NullMarked
package dev.dovetail.demo;

import org.jspecify.annotations.NullMarked;
