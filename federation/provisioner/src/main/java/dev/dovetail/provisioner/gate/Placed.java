package dev.dovetail.provisioner.gate;

/**
 * An entry and where its content lies.
 *
 * @param entry the entry
 * @param content where in the archive its packed bytes begin
 */
record Placed(Entry entry, long content) {}
