package dev.dovetail.provisioner.heap;

import java.util.List;

/**
 * A class of a heap dump.
 *
 * @param id its own id; it is an object too
 * @param parent the id of its superclass, 0 for none
 * @param loader the id of its class loader, 0 for the virtual machine's own
 * @param domain the id of its protection domain, 0 for none
 * @param statics its static fields that refer to objects
 * @param fields the fields that each of its instances has of it, in the order of their bytes
 */
record HeapClass(long id, long parent, long loader, long domain, List<Static> statics, List<Field> fields) {

    /**
     * A static field.
     *
     * @param name the id of its name
     * @param value the id of what it refers to
     */
    record Static(long name, long value) {}

    /**
     * A field of an instance.
     *
     * @param name the id of its name
     * @param type what it holds
     */
    record Field(long name, int type) {}
}
