package dev.dovetail.shell.theme;

/** Names of nodes, for stylesheets and for automation. */
public final class NodeIds {

    private NodeIds() {}

    /**
     * @param prefix what the node is
     * @param contributionId what it belongs to
     * @return both, without the dots that a selector would read as style classes
     */
    public static String of(String prefix, String contributionId) {
        return prefix + "-" + contributionId.replace('.', '-');
    }
}
