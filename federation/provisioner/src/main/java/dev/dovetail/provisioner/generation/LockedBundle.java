package dev.dovetail.provisioner.generation;

import dev.dovetail.provisioner.store.Content;
import java.net.URI;
import org.osgi.framework.Version;

/**
 * One bundle of a generation.
 *
 * @param symbolicName its {@code Bundle-SymbolicName}
 * @param version its {@code Bundle-Version}
 * @param content its bytes
 * @param url where they came from
 * @param repository the repository that offered them
 */
public record LockedBundle(String symbolicName, String version, Content content, URI url, URI repository) {

    /** Checks the form. */
    public LockedBundle {
        Version.parseVersion(version);
    }

    /** @return symbolic name and version, for people */
    public String name() {
        return symbolicName + " " + version;
    }

    /** @return what the framework knows the bundle by: its bytes, not its place */
    public String location() {
        return "sha256:" + content.sha256();
    }
}
