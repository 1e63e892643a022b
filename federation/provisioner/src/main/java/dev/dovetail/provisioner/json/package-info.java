/** JSON that was written by people or by other versions, read strictly. */
@NullMarked
package dev.dovetail.provisioner.json;

import org.jspecify.annotations.NullMarked;
