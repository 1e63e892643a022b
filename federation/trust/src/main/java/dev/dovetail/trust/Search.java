package dev.dovetail.trust;

import dev.dovetail.trust.metadata.TargetFile;

/** How far the search for a target file has come. */
public sealed interface Search {

    /**
     * The file is described.
     *
     * @param file what it must be
     * @param role who says so
     */
    record Found(TargetFile file, String role) implements Search {}

    /**
     * Another role's metadata have to be looked at first.
     *
     * @param delegation whose
     */
    record Wanted(Delegation delegation) implements Search {}

    /** Nobody who may describe the file does. */
    enum Ended implements Search {
        /** The only one. */
        NOT_THERE
    }
}
