package team.charts.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plots over categories: texts as they come, dates and numbers gathered until there are few enough. */
final class Bars {

    private static final int MOST_CATEGORIES = 24;
    private static final int MOST_IN_ORDER = 500;
    private static final int MOST_STRIPS = 40;

    private final Plotting rows;

    Bars(Plotting rows) {
        this.rows = rows;
    }

    Plot plot() {
        return switch (rows.column().kind()) {
            case TEXT -> texts();
            case DATE -> dates();
            case NUMBER -> numbers();
        };
    }

    /** Each text once, from left to right as in the table. */
    Plot inOrder() {
        Groups<String> groups = byText();
        List<String> keys = groups.keys().stream().limit(MOST_IN_ORDER).toList();
        String cut = groups.keys().size() > keys.size() ? ", the first %d".formatted(MOST_IN_ORDER) : "";
        return over(groups, keys, keys, "Sum by " + rows.column().name() + cut);
    }

    /** A dot for each row, over its text. */
    Plot strips() {
        List<String> keys = byText().keys().stream().limit(MOST_STRIPS).toList();
        Map<String, Integer> places =
                IntStream.range(0, keys.size()).boxed().collect(Collectors.toMap(keys::get, i -> i));
        List<List<Point>> points = new ArrayList<>();
        rows.names().forEach(name -> points.add(new ArrayList<>()));
        rows.eachText((text, values) -> IntStream.range(0, places.containsKey(text) ? values.length : 0)
                .filter(i -> !Double.isNaN(values[i]))
                .forEach(i -> points.get(i).add(new Point(places.get(text), values[i]))));
        return rows.of(new XAxis.Categories(keys), rows.thin(rows.named(points)), "A dot for each row");
    }

    private Plot texts() {
        Groups<String> groups = byText();
        List<String> all = groups.keys();
        if (all.size() <= MOST_CATEGORIES) {
            return over(groups, all, all, "Sum by " + rows.column().name());
        }
        List<String> kept = all.stream()
                .sorted(Comparator.comparingDouble(groups::weight).reversed())
                .limit(MOST_CATEGORIES - 1L)
                .toList();
        String rest = "Other (%,d)".formatted(all.size() - kept.size());
        Groups<String> merged = new Groups<>(new LinkedHashMap<>(), rows.names());
        kept.forEach(key -> merged.add(key, groups.values(key)));
        all.stream().filter(key -> !kept.contains(key)).forEach(key -> merged.add(rest, groups.values(key)));
        return over(
                merged,
                merged.keys(),
                merged.keys(),
                "Sum by %s, the %d largest".formatted(rows.column().name(), kept.size()));
    }

    private Plot dates() {
        TreeSet<Long> days = new TreeSet<>();
        rows.eachPosition((day, values) -> days.add((long) Math.floor(day)));
        Periods period = Periods.forDays(days);
        Groups<Long> groups = Groups.sorted(rows.names());
        rows.eachPosition((day, values) -> groups.add(period.start((long) Math.floor(day)), values));
        List<String> labels = groups.keys().stream().map(period::label).toList();
        return over(groups, groups.keys(), labels, "Sum by " + period.noun());
    }

    private Plot numbers() {
        TreeSet<Double> distinct = new TreeSet<>();
        rows.eachPosition((number, values) -> distinct.add(number));
        double step = distinct.size() <= MOST_CATEGORIES
                ? 0
                : Ticks.step(distinct.last() - distinct.first(), MOST_CATEGORIES / 2);
        Groups<Double> groups = Groups.sorted(rows.names());
        rows.eachPosition(
                (number, values) -> groups.add(step == 0 ? number : Math.floor(number / step) * step, values));
        List<String> labels = groups.keys().stream()
                .map(from -> step == 0 ? Numbers.plain(from) : Numbers.plain(from) + "–" + Numbers.plain(from + step))
                .toList();
        return over(groups, groups.keys(), labels, "Sum by " + rows.column().name());
    }

    private Groups<String> byText() {
        Groups<String> groups = new Groups<>(new LinkedHashMap<>(), rows.names());
        rows.eachText(groups::add);
        return groups;
    }

    private <K> Plot over(Groups<K> groups, List<K> keys, List<String> labels, String how) {
        List<Series> series = groups.series(keys, (key, at) -> (double) at);
        return rows.of(new XAxis.Categories(labels), series, how);
    }
}
