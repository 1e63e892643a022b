package dev.dovetail.launcher.cli;

import dev.dovetail.federation.When;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * When an update is to come, as it is typed.
 *
 * @param later the moment that it waits for; empty for now, whatever open views say
 */
record Moment(Optional<When> later) {

    private static final String NOW = "now";

    /** Reads what was typed. */
    static final class Typed implements ITypeConverter<Moment> {
        @Override
        public Moment convert(String word) {
            Optional<When> later = When.of(word);
            if (later.isEmpty() && !word.equals(NOW)) {
                throw new TypeConversionException("expected now, closed, idle or start, found \"" + word + "\"");
            }
            return new Moment(later);
        }
    }
}
