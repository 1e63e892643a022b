package dev.dovetail.shell.view;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * Gives a view's own stylesheets addresses that follow from their content. A bundle's resources have other addresses in
 * every version, and JavaFX remembers what it worked out of rules by the address of the sheet: with the same address for
 * the same content, the next version of a view is styled from what the one before it left behind. A sheet that refers to
 * others beside it keeps its address. JavaFX application thread only.
 */
final class StableStylesheets {

    private static final System.Logger LOG = System.getLogger(StableStylesheets.class.getName());

    private static final String CONTENT = "data:text/css;base64,";
    private static final Pattern ADDRESS = Pattern.compile("(bundle|jar|file):");
    private static final Pattern REFERENCE =
            Pattern.compile("\\burl\\s*\\(|@import|@font-face", Pattern.CASE_INSENSITIVE);

    private StableStylesheets() {}

    /** @param view the root of a view that isn't in the window yet */
    static void settle(Node view) {
        if (view instanceof Parent parent) {
            List<String> sheets = parent.getStylesheets();
            if (!sheets.isEmpty()) {
                parent.getStylesheets()
                        .setAll(sheets.stream().map(StableStylesheets::stable).toList());
            }
            parent.getChildrenUnmodifiable().forEach(StableStylesheets::settle);
        }
    }

    private static String stable(String address) {
        if (!ADDRESS.matcher(address).lookingAt()) {
            return address;
        }
        try (InputStream in = URI.create(address).toURL().openStream()) {
            byte[] content = in.readAllBytes();
            boolean refers = REFERENCE
                    .matcher(new String(content, StandardCharsets.UTF_8))
                    .find();
            return refers ? address : addressOf(content);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "The stylesheet " + address + " can't be read beforehand; JavaFX will say more", e);
            return address;
        }
    }

    // The very same string each time: JavaFX looks the address up for every node, and compares it by its characters
    // else.
    private static String addressOf(byte[] content) {
        return (CONTENT + Base64.getEncoder().encodeToString(content)).intern();
    }
}
