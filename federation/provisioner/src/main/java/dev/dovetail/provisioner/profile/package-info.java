/** What the person wants: which repositories to look into. */
@NullMarked
package dev.dovetail.provisioner.profile;

import org.jspecify.annotations.NullMarked;
