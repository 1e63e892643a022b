package dev.dovetail.api;

import org.osgi.annotation.versioning.ProviderType;

/** What the shell offers one open view. */
@ProviderType
public interface ViewContext extends ShellContext {

    /**
     * What the view is opened with: the state that its predecessor {@linkplain FeatureView#save saved}, or the parameters
     * of {@link ShellContext#show}.
     *
     * @return {@link Memento#EMPTY} when it is opened afresh
     */
    Memento memento();

    /**
     * Changes the text on the view's tab, for instance to the name of the file it shows.
     *
     * @param title the text; empty for the title of the {@link View} annotation
     */
    void title(String title);
}
