package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.repository.NamePattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads names of bundles. */
final class Names implements ITypeConverter<NamePattern> {

    @Override
    public NamePattern convert(String value) {
        try {
            return new NamePattern(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
