package dev.dovetail.federation;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The process that the shell runs in. Every method may be called from any thread. */
@ProviderType
public interface Desktop {

    /**
     * Where something keeps files of its own.
     *
     * @param owner a feature's id or the shell's name
     * @return an existing directory
     */
    Path dataDirectory(String owner);

    /**
     * The feature that the window is all about, as if it were an application of its own: the window bears its name, and
     * shows no others until the person wishes to.
     *
     * @return its id, unless the window is for all features alike
     */
    Optional<String> host();

    /** @return whether no person sees the window */
    boolean headless();

    /**
     * Says which theme the window has, so that the next start reads it while everything else comes up.
     *
     * @param stylesheet the address of the theme's stylesheet
     */
    void themed(String stylesheet);

    /** Says that the window can be used; the launcher then goes on with what can wait. Returns at once. */
    void shown();

    /** Ends the application; returns at once. */
    void exit();
}
