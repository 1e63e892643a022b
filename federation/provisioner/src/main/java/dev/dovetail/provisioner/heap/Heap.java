package dev.dovetail.provisioner.heap;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a heap dump, known by numbers from 0 on. */
final class Heap {

    private static final Charset WIDE =
            ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;

    private final HeapFile file;
    private final IdTable objects;
    private final Map<Long, HeapClass> classes;
    private final HeapReading reading;

    private Heap(HeapFile file, HeapReading reading) {
        this.file = file;
        this.reading = reading;
        this.objects = reading.objects;
        this.classes = reading.classes;
    }

    static Heap read(Path dump) throws IOException {
        HeapFile file = HeapFile.open(dump);
        return new Heap(file, HeapReading.of(file));
    }

    /** What is told of a reference: where it goes, and by which field of which class, or which place of an array. */
    @FunctionalInterface
    interface Visitor {
        void reference(long to, Optional<HeapClass> declaring, int index);
    }

    static final int CLASS = -1;
    static final int LOADER = -2;
    static final int PARENT = -3;
    static final int DOMAIN = -4;

    int size() {
        return objects.size();
    }

    int number(long id) {
        return objects.number(id);
    }

    long id(int number) {
        return objects.id(number);
    }

    List<Root> roots() {
        return reading.roots;
    }

    Iterable<HeapClass> classes() {
        return classes.values();
    }

    /** The class that an object is, or else the class that it is of. */
    Optional<HeapClass> asClass(int number) {
        return Optional.ofNullable(classes.get(objects.id(number)));
    }

    Optional<HeapClass> classOf(int number) {
        int at = objects.offset(number);
        int id = file.idSize();
        return switch (file.u1(at)) {
            case HeapReading.INSTANCE -> Optional.ofNullable(classes.get(file.id(at + 5 + id)));
            case HeapReading.OBJECTS -> Optional.ofNullable(classes.get(file.id(at + 9 + id)));
            default -> Optional.empty();
        };
    }

    /** The name of a class as the source has it; arrays with their brackets. */
    String name(HeapClass type) {
        Long name = reading.classNames.get(type.id());
        return name == null ? "?" : readable(text(name));
    }

    private static String readable(String internal) {
        int depth = internal.lastIndexOf('[') + 1;
        String element = internal.substring(depth);
        if (depth > 0 && element.startsWith("L")) {
            element = element.substring(1, element.length() - 1);
        }
        return element.replace('/', '.') + "[]".repeat(depth);
    }

    String text(long id) {
        Integer at = reading.texts.get(id);
        return at == null ? "?" : file.text(at + file.idSize(), file.u4(at - 4) - file.idSize());
    }

    /** Tells of all that an object refers to. */
    void references(int number, Visitor visitor) {
        int at = objects.offset(number);
        switch (file.u1(at)) {
            case HeapReading.CLASS -> asClass(number).ifPresent(type -> ofClass(type, visitor));
            case HeapReading.INSTANCE -> classOf(number).ifPresent(type -> ofInstance(at, type, visitor));
            case HeapReading.OBJECTS -> ofArray(at, visitor);
            default -> {
                // Primitives refer to nothing.
            }
        }
    }

    private static void ofClass(HeapClass type, Visitor visitor) {
        for (int n = 0; n < type.statics().size(); n++) {
            visitor.reference(type.statics().get(n).value(), Optional.of(type), n);
        }
        visitor.reference(type.loader(), Optional.empty(), LOADER);
        visitor.reference(type.parent(), Optional.empty(), PARENT);
        visitor.reference(type.domain(), Optional.empty(), DOMAIN);
    }

    private void ofInstance(int at, HeapClass type, Visitor visitor) {
        visitor.reference(type.id(), Optional.empty(), CLASS);
        int value = at + 9 + 2 * file.idSize();
        for (HeapClass part : withParents(type)) {
            List<HeapClass.Field> fields = part.fields();
            for (int n = 0; n < fields.size(); n++) {
                int kind = fields.get(n).type();
                if (kind == HeapFile.OBJECT) {
                    visitor.reference(file.id(value), Optional.of(part), n);
                }
                value += file.size(kind);
            }
        }
    }

    private void ofArray(int at, Visitor visitor) {
        int id = file.idSize();
        visitor.reference(file.id(at + 9 + id), Optional.empty(), CLASS);
        int length = file.u4(at + 5 + id);
        for (int n = 0; n < length; n++) {
            visitor.reference(file.id(at + 9 + 2 * id + n * id), Optional.empty(), n);
        }
    }

    /** The class and those above it, in the order in which an instance has their fields. */
    List<HeapClass> withParents(HeapClass type) {
        List<HeapClass> all = new ArrayList<>();
        for (HeapClass part = type; part != null; part = classes.get(part.parent())) {
            all.add(part);
        }
        return all;
    }

    /** The object that a field of an object refers to. */
    Optional<Integer> field(int number, String name) {
        List<Integer> found = new ArrayList<>(1);
        references(number, (to, declaring, index) -> {
            boolean named = declaring.isPresent()
                    && index < declaring.get().fields().size()
                    && text(declaring.get().fields().get(index).name()).equals(name);
            if (named && found.isEmpty() && number(to) >= 0) {
                found.add(number(to));
            }
        });
        return found.stream().findFirst();
    }

    /** What a {@link String} says. */
    String string(int number) {
        return field(number, "value").map(value -> string(number, value)).orElse("");
    }

    private String string(int number, int value) {
        int at = objects.offset(value);
        byte[] bytes = file.bytes(at + 10 + file.idSize(), file.u4(at + 5 + file.idSize()));
        return new String(bytes, isWide(number) ? WIDE : StandardCharsets.ISO_8859_1);
    }

    private boolean isWide(int string) {
        int value = objects.offset(string) + 9 + 2 * file.idSize();
        for (HeapClass.Field field : classOf(string).map(HeapClass::fields).orElse(List.of())) {
            if (text(field.name()).equals("coder")) {
                return file.u1(value) != 0;
            }
            value += file.size(field.type());
        }
        return false;
    }
}
