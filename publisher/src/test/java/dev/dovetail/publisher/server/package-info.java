/** The server, over real sockets. */
@NullMarked
package dev.dovetail.publisher.server;

import org.jspecify.annotations.NullMarked;
