package dev.dovetail.shell.session;

import dev.dovetail.api.Memento;
import dev.dovetail.federation.When;
import dev.dovetail.shell.theme.Theme;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A session as the text of a properties file, sorted by name so that equal sessions are equal texts:
 *
 * <pre>
 * format=1
 * theme=light | dark
 * window.x, window.y, window.width, window.height = number;  window.maximized = true | false
 * selected=VIEW-ID                   (missing: the features page)
 * view.N.id=VIEW-ID                  (N counts from 0 in the order of the tabs)
 * view.N.state.NAME=TEXT             (one for each value of the view's memento)
 * update.FEATURE-ID=closed | idle | start   (an update that waits)
 * disabled.FEATURE-ID=true           (a feature that is not to show itself)
 * </pre>
 *
 * Reading refuses another format and a broken number with an {@link IOException} that says which; unknown names are left
 * alone.
 */
public final class SessionFormat {

    private static final String FORMAT = "1";
    private static final String UPDATE = "update.";
    private static final String DISABLED = "disabled.";

    private SessionFormat() {}

    /**
     * @param session what to write
     * @return its text
     */
    public static String write(Session session) {
        Map<String, String> lines = new TreeMap<>();
        lines.put("format", FORMAT);
        lines.put("theme", session.theme().name().toLowerCase(Locale.ROOT));
        session.bounds().ifPresent(bounds -> putWindow(lines, bounds));
        session.selected().ifPresent(selected -> lines.put("selected", selected));
        for (int n = 0; n < session.views().size(); n++) {
            putView(lines, "view." + n + ".", session.views().get(n));
        }
        session.updates().forEach((feature, when) -> lines.put(UPDATE + feature, when.key()));
        session.disabled().forEach(feature -> lines.put(DISABLED + feature, "true"));
        return text(lines);
    }

    private static void putWindow(Map<String, String> lines, WindowBounds bounds) {
        lines.put("window.x", Double.toString(bounds.x()));
        lines.put("window.y", Double.toString(bounds.y()));
        lines.put("window.width", Double.toString(bounds.width()));
        lines.put("window.height", Double.toString(bounds.height()));
        lines.put("window.maximized", Boolean.toString(bounds.maximized()));
    }

    private static void putView(Map<String, String> lines, String prefix, OpenedView view) {
        lines.put(prefix + "id", view.viewId());
        view.memento().values().forEach((name, value) -> lines.put(prefix + "state." + name, value));
    }

    private static String text(Map<String, String> lines) {
        Properties properties = new Properties();
        properties.putAll(lines);
        StringWriter out = new StringWriter();
        try {
            properties.store(out, null);
        } catch (IOException e) {
            throw new AssertionError("a string can always be written to", e);
        }
        // Without the date that Properties puts on top: it would make every text another one.
        return out.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * @param text what {@link #write} wrote
     * @return the session
     * @throws IOException when it is no such text
     */
    public static Session read(String text) throws IOException {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new IOException("expected a properties file, found a broken escape", e);
        }
        if (!FORMAT.equals(lines.getProperty("format"))) {
            throw new IOException("expected format=" + FORMAT + ", found format=" + lines.getProperty("format"));
        }
        return new Session(
                theme(lines),
                window(lines),
                views(lines),
                Optional.ofNullable(lines.getProperty("selected")),
                updates(lines),
                disabled(lines));
    }

    private static Set<String> disabled(Properties lines) {
        return lines.stringPropertyNames().stream()
                .filter(name -> name.startsWith(DISABLED) && "true".equals(lines.getProperty(name)))
                .map(name -> name.substring(DISABLED.length()))
                .collect(Collectors.toSet());
    }

    private static Map<String, When> updates(Properties lines) {
        Map<String, When> updates = new TreeMap<>();
        for (String name : lines.stringPropertyNames()) {
            if (name.startsWith(UPDATE)) {
                When.of(lines.getProperty(name)).ifPresent(when -> updates.put(name.substring(UPDATE.length()), when));
            }
        }
        return updates;
    }

    private static Theme theme(Properties lines) {
        return "dark".equals(lines.getProperty("theme")) ? Theme.DARK : Theme.LIGHT;
    }

    private static Optional<WindowBounds> window(Properties lines) throws IOException {
        if (lines.getProperty("window.x") == null) {
            return Optional.empty();
        }
        return Optional.of(new WindowBounds(
                number(lines, "window.x"),
                number(lines, "window.y"),
                number(lines, "window.width"),
                number(lines, "window.height"),
                Boolean.parseBoolean(lines.getProperty("window.maximized"))));
    }

    private static double number(Properties lines, String name) throws IOException {
        String text = lines.getProperty(name, "");
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IOException("expected a number as " + name + ", found: " + text, e);
        }
        throw new IOException("expected a finite number as " + name + ", found: " + text);
    }

    private static List<OpenedView> views(Properties lines) {
        List<OpenedView> views = new ArrayList<>();
        for (int n = 0; ; n++) {
            String prefix = "view." + n + ".";
            String id = lines.getProperty(prefix + "id");
            if (id == null) {
                return views;
            }
            views.add(new OpenedView(id, memento(lines, prefix + "state.")));
        }
    }

    private static Memento memento(Properties lines, String prefix) {
        return Memento.of(lines.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(name -> name.substring(prefix.length()), lines::getProperty)));
    }
}
