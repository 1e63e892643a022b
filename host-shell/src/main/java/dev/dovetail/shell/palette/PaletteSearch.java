package dev.dovetail.shell.palette;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds entries: grouped, the best of each group first; without a search all of them. */
final class PaletteSearch {

    /** An entry and where its title matched. */
    record Hit(PaletteEntry entry, FuzzyMatch match) {}

    private PaletteSearch() {}

    static List<Hit> hits(List<PaletteEntry> entries, String typed) {
        List<Hit> hits = entries.stream().flatMap(entry -> hit(entry, typed)).toList();
        return hits.stream()
                .sorted(Comparator.<Hit>comparingInt(
                                hit -> -best(hits, hit.entry().group()))
                        .thenComparing(hit -> hit.entry().group())
                        .thenComparing(hit -> -hit.match().score()))
                .toList();
    }

    private static Stream<Hit> hit(PaletteEntry entry, String typed) {
        return FuzzyMatch.of(typed, entry.title()).map(match -> new Hit(entry, match)).stream();
    }

    private static int best(List<Hit> hits, PaletteEntry.Group group) {
        return hits.stream()
                .filter(hit -> hit.entry().group() == group)
                .mapToInt(hit -> hit.match().score())
                .max()
                .orElse(0);
    }
}
