package dev.dovetail.tuf;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was asked for. Parsed by hand: every start counts, and a suite makes hundreds.
 *
 * @param verb what to do
 * @param operands what stood behind it
 * @param options the last value of each option
 * @param targets all values of {@code --target-name}
 */
record CommandLine(String verb, List<String> operands, Map<String, String> options, List<String> targets) {

    static final String USAGE = """
            Usage: tuf-client --metadata-dir DIR init ROOT.json
                   tuf-client --metadata-dir DIR --metadata-url URL refresh
                   tuf-client --metadata-dir DIR --metadata-url URL --target-base-url URL \
            --target-dir DIR --target-name NAME... download
            """;

    private static final Set<String> KNOWN =
            Set.of("--metadata-dir", "--metadata-url", "--target-base-url", "--target-dir", "--target-name");

    static CommandLine parse(String... args) {
        Map<String, String> options = new HashMap<>();
        List<String> targets = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            if (!KNOWN.contains(word) || !rest.hasNext()) {
                throw new IllegalArgumentException("Expected an option and its value, found: " + word);
            }
            options.put(word, rest.next());
            if (word.equals("--target-name")) {
                targets.add(options.getOrDefault(word, ""));
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Expected init, refresh or download, found nothing");
        }
        return new CommandLine(words.get(0), words.subList(1, words.size()), options, targets);
    }

    Path path(String option) {
        return Path.of(value(option));
    }

    URI url(String option) {
        return URI.create(value(option));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    private String value(String option) {
        String value = options.get(option);
        if (value == null) {
            throw new IllegalArgumentException("Expected " + option + ", found nothing of it");
        }
        return value;
    }
}
