/** A repository over HTTP: static files, as any web server would give them out. */
@NullMarked
package dev.dovetail.publisher.server;

import org.jspecify.annotations.NullMarked;
