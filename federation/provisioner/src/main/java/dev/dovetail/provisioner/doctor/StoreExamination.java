package dev.dovetail.provisioner.doctor;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.store.Content;
import dev.dovetail.provisioner.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Looks at the jars of what is installed, each by its digest. Changes nothing. */
public final class StoreExamination {

    private static final String SUBJECT = "store";
    private static final String REPAIR = "Have it fetched anew: dovetail doctor --repair.";
    private static final int BUFFER = 1 << 16;

    private final Store store;

    /** @param store where the jars are */
    public StoreExamination(Store store) {
        this.store = store;
    }

    /**
     * @param current what is installed
     * @return what was found: one finding for each jar that is missing or damaged, or one that all is well
     */
    public List<Finding> look(Lockfile current) {
        List<Finding> findings = new ArrayList<>();
        for (LockedBundle bundle : current.bundles()) {
            if (!store.contains(bundle.content())) {
                findings.add(Finding.broken(SUBJECT, "The jar of " + bundle.name() + " is missing.", REPAIR));
            } else if (!isWhole(bundle.content())) {
                findings.add(Finding.broken(SUBJECT, "The jar of " + bundle.name() + " is damaged.", REPAIR));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.fine(
                    SUBJECT, "The jars of all " + current.bundles().size() + " bundles are there and whole."));
        }
        return List.copyOf(findings);
    }

    private boolean isWhole(Content content) {
        try (InputStream jar = Channels.newInputStream(store.unchecked(content))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = jar.read(buffer); read >= 0; read = jar.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest()).equals(content.sha256());
        } catch (IOException | HomeException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
