package dev.dovetail.provisioner.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/**
 * A requirement's LDAP filter: matches attributes, and tells what it is about.
 *
 * @param predicate what matches
 * @param terms the comparisons that must all hold; those below an "or" are not among them
 */
public record RequirementFilter(Predicate<Map<String, ?>> predicate, List<Term> terms) {

    // The framework's parser recurses, so what it gets must be shallow; real filters nest three deep.
    private static final int DEPTH = 32;

    /**
     * One comparison.
     *
     * @param attribute what is compared
     * @param operator {@code =}, {@code >=}, {@code <=} or {@code ~=}
     * @param value with what, unescaped
     * @param negated whether it must not hold
     */
    public record Term(String attribute, String operator, String value, boolean negated) {}

    /**
     * Reads a filter.
     *
     * @param text LDAP syntax (Core 3.2.7); empty matches everything
     * @return the filter
     * @throws IllegalArgumentException when it is not well-formed
     */
    public static RequirementFilter parse(String text) {
        if (text.isEmpty()) {
            return new RequirementFilter(attributes -> true, List.of());
        }
        checkDepth(text);
        try {
            var filter = FrameworkUtil.createFilter(text);
            var terms = new ArrayList<Term>();
            new Terms(filter.toString(), terms).expression(false);
            return new RequirementFilter(filter::matches, List.copyOf(terms));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("expected an LDAP filter, found \"" + text + "\"", e);
        }
    }

    private static void checkDepth(String text) {
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
            if (depth > DEPTH) {
                throw new IllegalArgumentException("expected a filter of at most " + DEPTH + " levels, found more");
            }
        }
    }

    /**
     * Compares attributes, whose names are case-sensitive.
     *
     * @param attributes of a capability
     * @return whether they match
     */
    public boolean matches(Map<String, ?> attributes) {
        return predicate.test(attributes);
    }

    /**
     * The value that an attribute must have.
     *
     * @param attribute its name
     * @return the value, when the filter asks for exactly one
     */
    public Optional<String> exact(String attribute) {
        return terms.stream()
                .filter(term ->
                        term.attribute().equals(attribute) && term.operator().equals("=") && !term.negated())
                .map(Term::value)
                .findFirst();
    }

    /**
     * Whether an attribute is asked for at all, as one that is mandatory must be.
     *
     * @param attribute its name
     * @return whether it is among the terms
     */
    public boolean names(String attribute) {
        return terms.stream().anyMatch(term -> term.attribute().equals(attribute));
    }

    /** Reads the terms out of a filter that is known to be well-formed and normalised. */
    private static final class Terms {

        private final String text;
        private final List<Term> terms;
        private int at;

        Terms(String text, List<Term> terms) {
            this.text = text;
            this.terms = terms;
        }

        void expression(boolean negated) {
            at++;
            switch (text.charAt(at)) {
                case '&' -> children(negated, negated);
                case '|' -> children(negated, !negated);
                case '!' -> children(!negated, false);
                default -> term(negated);
            }
            at++;
        }

        // By De Morgan, a negated "and" is an "or": what is below one need not hold.
        private void children(boolean negated, boolean choice) {
            var before = terms.size();
            at++;
            var count = 0;
            while (text.charAt(at) == '(') {
                expression(negated);
                count++;
            }
            if (choice && count > 1) {
                terms.subList(before, terms.size()).clear();
            }
        }

        private void term(boolean negated) {
            var start = at;
            while ("=<>~".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            var attribute = text.substring(start, at);
            var operator = text.charAt(at) == '=' ? "=" : text.substring(at, at + 2);
            at += operator.length();
            var value = new StringBuilder();
            var wild = false;
            for (; text.charAt(at) != ')'; at++) {
                wild |= text.charAt(at) == '*';
                at += text.charAt(at) == '\\' ? 1 : 0;
                value.append(text.charAt(at));
            }
            terms.add(new Term(attribute, wild ? "*=" : operator, value.toString(), negated));
        }
    }
}
