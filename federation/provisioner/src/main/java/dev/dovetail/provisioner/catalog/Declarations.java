package dev.dovetail.provisioner.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of one bundle, tied to it and found by namespace.
 *
 * @param all in the order of declaration
 * @param byNamespace the same, by namespace
 */
record Declarations<T>(List<T> all, Map<String, List<T>> byNamespace) {

    static <T> Declarations<T> of(List<Clause> clauses, BiFunction<Integer, Clause, T> tie) {
        var all = new ArrayList<T>(clauses.size());
        var byNamespace = new LinkedHashMap<String, List<T>>();
        for (var clause : clauses) {
            var tied = tie.apply(all.size(), clause);
            all.add(tied);
            byNamespace
                    .computeIfAbsent(clause.namespace(), namespace -> new ArrayList<>(1))
                    .add(tied);
        }
        byNamespace.replaceAll((namespace, list) -> List.copyOf(list));
        return new Declarations<>(List.copyOf(all), byNamespace);
    }

    List<T> in(@Nullable String namespace) {
        return namespace == null ? all : byNamespace.getOrDefault(namespace, List.of());
    }
}
