package dev.dovetail.provisioner.heap;

import java.util.Arrays;

/** Numbers the ids of objects in the order in which they come: 0, 1, 2. Millions of them in little room. */
final class IdTable {

    private static final int NONE = -1;
    private static final int FIRST = 1 << 16;

    private long[] ids = new long[FIRST];
    private int[] offsets = new int[FIRST];
    private int[] slots = new int[2 * FIRST];
    private int size;

    IdTable() {
        Arrays.fill(slots, NONE);
    }

    /** Adds an id, with the place of what it stands for; the first place of an id counts. */
    void add(long id, int offset) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        int place = place(id);
        if (slots[place] == NONE) {
            ids[size] = id;
            offsets[size] = offset;
            slots[place] = size;
            size++;
        }
    }

    private void grow() {
        ids = Arrays.copyOf(ids, 2 * ids.length);
        offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        slots = new int[2 * slots.length];
        Arrays.fill(slots, NONE);
        for (int number = 0; number < size; number++) {
            slots[place(ids[number])] = number;
        }
    }

    // Open addressing; ids are addresses, so that their lowest bits are all the same.
    private int place(long id) {
        int place = (int) ((id * 0x9E37_79B9_7F4A_7C15L) >>> 32) & (slots.length - 1);
        while (slots[place] != NONE && ids[slots[place]] != id) {
            place = (place + 1) & (slots.length - 1);
        }
        return place;
    }

    /** The number of an id, negative when it isn't there. */
    int number(long id) {
        return slots[place(id)];
    }

    long id(int number) {
        return ids[number];
    }

    int offset(int number) {
        return offsets[number];
    }

    int size() {
        return size;
    }
}
