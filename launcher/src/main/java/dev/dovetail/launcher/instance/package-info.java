/** One Dovetail per home: how a second process finds the one that runs, and has it do what it was asked for. */
@NullMarked
package dev.dovetail.launcher.instance;

import org.jspecify.annotations.NullMarked;
