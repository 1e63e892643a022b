package dev.dovetail.shell.tabs;

import javafx.scene.Node;

/**
 * One tab: a header in the strip, and what is shown when it is in front.
 *
 * @param id what it is for, unique in the workspace
 * @param header its place in the strip
 * @param content what it shows
 * @param closable whether a person may close it
 */
public record Tab(String id, TabHeader header, Node content, boolean closable) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Tab tab && id.equals(tab.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
