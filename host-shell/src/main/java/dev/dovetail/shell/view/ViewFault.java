package dev.dovetail.shell.view;

import java.io.Serial;

/** Something that a view threw. The cause is always there. */
public final class ViewFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String viewId;

    /**
     * @param viewId the view
     * @param thrown what it threw
     */
    public ViewFault(String viewId, Throwable thrown) {
        super(Failure.sentence(thrown), thrown);
        this.viewId = viewId;
    }

    /** @return the view that threw */
    public String viewId() {
        return viewId;
    }
}
