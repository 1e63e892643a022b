package dev.dovetail.provisioner.fetch;

import java.net.URI;

/**
 * An index as a repository delivered it.
 *
 * @param url the file it came from; relative addresses in it are relative to this
 * @param bytes the XML, unpacked
 */
@SuppressWarnings("ArrayRecordComponent") // Handed straight to the parser; nobody compares or keeps it.
public record FetchedIndex(URI url, byte[] bytes) {}
