package dev.dovetail.federation;

import java.nio.file.Path;
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
