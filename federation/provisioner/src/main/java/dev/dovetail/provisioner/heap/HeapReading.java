package dev.dovetail.provisioner.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes through a heap dump once, from its begin to its end, and notes where everything is. */
final class HeapReading {

    static final int CLASS = 0x20;
    static final int INSTANCE = 0x21;
    static final int OBJECTS = 0x22;
    static final int PRIMITIVES = 0x23;

    private static final int TEXT = 0x01;
    private static final int LOADED = 0x02;
    private static final int DUMP = 0x0C;
    private static final int SEGMENT = 0x1C;
    private static final int HEADER = 9;

    private final HeapFile file;
    private final int id;
    final IdTable objects = new IdTable();
    final Map<Long, HeapClass> classes = new HashMap<>();
    final List<Root> roots = new ArrayList<>();
    /** Ids of names by ids of classes, and where names are. */
    final Map<Long, Long> classNames = new HashMap<>();

    final Map<Long, Integer> texts = new HashMap<>();

    private HeapReading(HeapFile file) {
        this.file = file;
        this.id = file.idSize();
    }

    static HeapReading of(HeapFile file) throws IOException {
        HeapReading reading = new HeapReading(file);
        int at = file.begin();
        while (at + HEADER <= file.end()) {
            // A length beyond 2 GB comes with a file beyond 2 GB.
            int length = file.u4(at + 5);
            reading.record(file.u1(at), at + HEADER, at + HEADER + length);
            at += HEADER + length;
        }
        return reading;
    }

    private void record(int tag, int begin, int end) throws IOException {
        switch (tag) {
            case TEXT -> texts.put(file.id(begin), begin);
            case LOADED -> classNames.put(file.id(begin + 4), file.id(begin + 8 + id));
            case DUMP, SEGMENT -> segment(begin, end);
            default -> {
                // Stack traces and the like.
            }
        }
    }

    private void segment(int begin, int end) throws IOException {
        int at = begin;
        while (at < end) {
            at = object(file.u1(at), at);
        }
    }

    /** One object or root; answers where the next one begins. */
    private int object(int tag, int at) throws IOException {
        int body = at + 1;
        return switch (tag) {
            case 0xFF, 0x07 -> root(Root.Kind.OTHER, body, 0, id);
            case 0x01 -> root(Root.Kind.NATIVE, body, 0, 2 * id);
            case 0x02, 0x03 -> root(Root.Kind.FRAME, body, file.u4(body + id), id + 8);
            case 0x04, 0x06 -> root(Root.Kind.FRAME, body, file.u4(body + id), id + 4);
            case 0x05 -> root(Root.Kind.CLASS, body, 0, id);
            case 0x08 -> root(Root.Kind.THREAD, body, file.u4(body + id), id + 8);
            case CLASS -> type(at);
            case INSTANCE -> {
                objects.add(file.id(body), at);
                yield body + 8 + 2 * id + file.u4(body + 4 + 2 * id);
            }
            case OBJECTS -> {
                objects.add(file.id(body), at);
                yield body + 8 + 2 * id + file.u4(body + 4 + id) * id;
            }
            case PRIMITIVES -> {
                objects.add(file.id(body), at);
                yield body + 9 + id + file.u4(body + 4 + id) * file.size(file.u1(body + 8 + id));
            }
            default -> throw new IOException("Expected a part of a heap dump at byte " + at + ", found kind " + tag);
        };
    }

    private int root(Root.Kind kind, int body, int thread, int length) {
        roots.add(new Root(kind, file.id(body), thread));
        return body + length;
    }

    private int type(int at) {
        int body = at + 1;
        objects.add(file.id(body), at);
        int next = body + 8 + 7 * id;
        int constants = file.u2(next);
        next += 2;
        for (int n = 0; n < constants; n++) {
            next += 3 + file.size(file.u1(next + 2));
        }
        int statics = file.u2(next);
        next += 2;
        List<HeapClass.Static> values = new ArrayList<>();
        for (int n = 0; n < statics; n++) {
            int kind = file.u1(next + id);
            if (kind == HeapFile.OBJECT) {
                values.add(new HeapClass.Static(file.id(next), file.id(next + id + 1)));
            }
            next += id + 1 + file.size(kind);
        }
        int count = file.u2(next);
        next += 2;
        List<HeapClass.Field> fields = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            fields.add(new HeapClass.Field(file.id(next), file.u1(next + id)));
            next += id + 1;
        }
        int ids = body + id + 4;
        classes.put(
                file.id(body),
                new HeapClass(file.id(body), file.id(ids), file.id(ids + id), file.id(ids + 3 * id), values, fields));
        return next;
    }
}
