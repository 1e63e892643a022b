package dev.dovetail.it.endtoend.hostile;

import dev.dovetail.provisioner.hostile.HostileJar;
import java.util.function.Function;

/**
 * A jar that must be refused.
 *
 * @param code by which of the gate's rules
 * @param sentence what people are told, or a part of it
 * @param make makes it out of a bundle that is otherwise good
 */
record Jar(String code, String sentence, Function<HostileJar, byte[]> make) {

    static Jar refused(String number, String sentence, Function<HostileJar, byte[]> make) {
        return new Jar("DT-GATE-" + number, sentence, make);
    }

    /** With one more header in its manifest. */
    static Jar declaring(String number, String sentence, String header, String value) {
        return refused(number, sentence, jar -> jar.header(header, value).good());
    }
}
