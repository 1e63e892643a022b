package dev.dovetail.shell.tabs;

import dev.dovetail.shell.view.HandOver;
import dev.dovetail.shell.view.ViewFault;
import dev.dovetail.shell.view.ViewSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The tabs and, below them, the content of the selected one. The others' content stays in the scene, hidden, so that it
 * keeps its scroll positions. The first tab is always there. JavaFX application thread only.
 */
public final class Workspace extends BorderPane implements HandOver.Layout {

    private final TabStrip strip = new TabStrip();
    private final StackPane deck = new StackPane();
    private final List<Tab> tabs = new ArrayList<>();
    private final List<Consumer<Tab>> selectionListeners = new ArrayList<>();
    private final Consumer<Tab> onClosed;
    private Tab selected;

    /**
     * @param home the tab that can't be closed
     * @param onClosed told of a tab that a person closed, or that {@link #close} did
     */
    public Workspace(Tab home, Consumer<Tab> onClosed) {
        this.onClosed = onClosed;
        this.selected = home;
        getStyleClass().add("workspace");
        deck.getStyleClass().add("deck");
        setTop(strip);
        setCenter(deck);
        add(home);
        select(home);
    }

    /** @param listener told of each tab that comes to the front */
    public void onSelected(Consumer<Tab> listener) {
        selectionListeners.add(listener);
    }

    /** @param tab to be added at the end, behind the selected one */
    public void add(Tab tab) {
        tabs.add(tab);
        tab.header().onSelect(() -> select(tab));
        if (tab.closable()) {
            tab.header().onClose(() -> close(tab));
        }
        tab.content().setVisible(false);
        strip.add(tab.header());
        deck.getChildren().add(tab.content());
    }

    /** @param tab to be brought to the front */
    public void select(Tab tab) {
        if (!tabs.contains(tab)) {
            return;
        }
        selected = tab;
        tabs.forEach(each -> {
            each.content().setVisible(each.equals(tab));
            each.header().selected(each.equals(tab));
        });
        strip.show(tab.header());
        selectionListeners.forEach(listener -> listener.accept(tab));
    }

    /** @param step how many tabs further, around the end */
    public void selectNext(int step) {
        select(tabs.get(Math.floorMod(tabs.indexOf(selected) + step, tabs.size())));
    }

    /** @return the tab in front */
    public Tab selected() {
        return selected;
    }

    /** Closes the tab in front, if it can be closed. */
    public void closeSelected() {
        close(selected);
    }

    /** @param tab to be closed, if it can be; its left neighbour comes to the front */
    public void close(Tab tab) {
        int index = tabs.indexOf(tab);
        if (index < 0 || !tab.closable()) {
            return;
        }
        tabs.remove(tab);
        strip.remove(tab.header());
        if (selected.equals(tab)) {
            select(tabs.get(Math.max(0, index - 1)));
        }
        onClosed.accept(tab);
        deck.getChildren().remove(tab.content());
    }

    /** @return all tabs, in their order */
    public List<Tab> tabs() {
        return List.copyOf(tabs);
    }

    /**
     * @param id the tab's id
     * @return the tab
     */
    public Optional<Tab> tab(String id) {
        return tabs.stream().filter(tab -> tab.id().equals(id)).findFirst();
    }

    /** @return what the contents of all tabs lie in */
    public Parent ground() {
        return deck;
    }

    // JavaFX neither styles nor lays out what is hidden. Nothing is painted before the task ends. What is thrown on the
    // way
    // may be another view's, which is for others to find out.
    @Override
    public void arranged(List<ViewSlot> slots, Task task) throws ViewFault {
        List<Node> hidden = slots.stream()
                .flatMap(slot -> content(slot).stream())
                .distinct()
                .filter(content -> !content.isVisible())
                .toList();
        hidden.forEach(content -> content.setVisible(true));
        try {
            applyCss();
            layout();
            task.run();
            layout();
        } catch (RuntimeException | Error fault) {
            throw new ViewFault(slots.get(0).viewId(), fault);
        } finally {
            hidden.forEach(this::hide);
        }
    }

    // Of the tab that a slot is in, however far down.
    private Optional<Node> content(Node slot) {
        for (@Nullable Node node = slot; node != null; node = node.getParent()) {
            if (deck.equals(node.getParent())) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private void hide(Node content) {
        content.setVisible(content == selected.content());
    }
}
