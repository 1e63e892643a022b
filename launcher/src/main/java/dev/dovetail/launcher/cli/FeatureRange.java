package dev.dovetail.launcher.cli;

import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A feature as it is typed, {@code ID} or {@code ID@RANGE}. A version alone is that version: whoever types
 * {@code explorer@1.0.0} does not mean 9.9.9, which a bare version admits in OSGi.
 *
 * @param id the feature
 * @param range the versions, if any were typed
 */
record FeatureRange(String id, Optional<VersionRange> range) {

    static FeatureRange parse(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new FeatureRange(text, Optional.empty())
                : new FeatureRange(text.substring(0, at), Optional.of(range(text.substring(at + 1))));
    }

    private static VersionRange range(String text) {
        return text.startsWith("[") || text.startsWith("(") ? new VersionRange(text) : exactly(new Version(text));
    }

    static VersionRange exactly(Version version) {
        return new VersionRange(VersionRange.LEFT_CLOSED, version, version, VersionRange.RIGHT_CLOSED);
    }

    VersionRange orAny() {
        return range.orElse(new VersionRange("0"));
    }

    /** As it is typed. The parser asks for it at each start, and a record's own would have to be linked then. */
    @Override
    public String toString() {
        return range.isEmpty() ? id : id + "@" + range.get();
    }

    /** For the parser of the command line, which turns a refusal into wrong usage. */
    static final class Typed implements ITypeConverter<FeatureRange> {

        @Override
        public FeatureRange convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "Expected versions such as [1.2,2) or 1.2.0 behind the @, found: " + text);
            }
        }
    }
}
