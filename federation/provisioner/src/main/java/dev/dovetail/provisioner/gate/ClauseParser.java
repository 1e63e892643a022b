package dev.dovetail.provisioner.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes headers apart as the framework does, but refuses what the grammar of Core 3.2.4 does not have, where frameworks
 * differ from each other. All headers of one bundle share one allowance of clauses.
 */
final class ClauseParser {

    private final int most;
    private int clauses;

    ClauseParser(GateLimits limits) {
        this.most = limits.clauses();
    }

    /** Empty for a header that is not there; one that is there and empty is a mistake. */
    List<HeaderClause> parse(ManifestHeaders manifest, String header) throws JarFormException {
        return manifest.has(header) ? new Cursor(header, manifest.value(header)).clauses() : List.of();
    }

    private void count() throws JarFormException {
        clauses++;
        if (clauses > most) {
            throw new JarFormException(
                    Rule.MANIFEST_LIMIT, "Expected at most " + most + " clauses in all headers, found more");
        }
    }

    /** A place in one header's value. */
    private final class Cursor {
        private final String header;
        private final String text;
        private int at;

        Cursor(String header, String text) {
            this.header = header;
            this.text = text;
        }

        List<HeaderClause> clauses() throws JarFormException {
            List<HeaderClause> clauses = new ArrayList<>();
            do {
                clauses.add(clause());
            } while (skip(','));
            if (at < text.length()) {
                throw wrong();
            }
            return clauses;
        }

        private HeaderClause clause() throws JarFormException {
            List<String> paths = new ArrayList<>();
            Map<String, String> attributes = new HashMap<>();
            Map<String, String> directives = new HashMap<>();
            do {
                String word = word();
                if (skip(':')) {
                    boolean directive = skip('=');
                    if (!directive) {
                        type();
                    }
                    put(directive ? directives : attributes, word, argument());
                } else if (skip('=')) {
                    put(attributes, word, argument());
                } else if (attributes.isEmpty() && directives.isEmpty()) {
                    count();
                    paths.add(word);
                } else {
                    throw wrong();
                }
            } while (skip(';'));
            if (paths.isEmpty()) {
                throw wrong();
            }
            return new HeaderClause(List.copyOf(paths), Map.copyOf(attributes), Map.copyOf(directives));
        }

        private void put(Map<String, String> parameters, String name, String value) throws JarFormException {
            if (parameters.put(name, value) != null) {
                throw wrong();
            }
        }

        private String word() throws JarFormException {
            int begin = at;
            while (at < text.length() && ",;:=\"\\".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(begin, at).trim();
            if (word.isEmpty()) {
                throw wrong();
            }
            return word;
        }

        /** Such as {@code List<String>}, right between the colon and the equals sign. */
        private void type() throws JarFormException {
            int begin = at;
            while (at < text.length()
                    && (Names.isLetterOrDigit(text.charAt(at)) || "<>".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            if (begin == at || !skip('=')) {
                throw wrong();
            }
        }

        private String argument() throws JarFormException {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted();
            }
            int begin = at;
            while (at < text.length() && ",;\"\\".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String argument = text.substring(begin, at).trim();
            if (argument.isEmpty()) {
                throw wrong();
            }
            return argument;
        }

        private String quoted() throws JarFormException {
            int begin = ++at;
            while (at < text.length() && text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            if (at >= text.length()) {
                throw wrong();
            }
            String value = text.substring(begin, at);
            at++;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return value;
        }

        private boolean skip(char c) {
            boolean there = at < text.length() && text.charAt(at) == c;
            at += there ? 1 : 0;
            return there;
        }

        private JarFormException wrong() {
            return new JarFormException(
                    Rule.MANIFEST_FORM,
                    "Expected " + header + " to be clauses parted by commas, found \""
                            + Names.printable(text.substring(Math.min(Math.max(0, at - 20), text.length())))
                            + "\" around character " + at + " of it");
        }
    }
}
