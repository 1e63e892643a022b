package dev.dovetail.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StableStylesheetsTest {

    @TempDir
    Path folder;

    @Test
    void theSameContentHasTheVerySameAddressWhereverItComesFrom() throws IOException {
        StackPane first = dressed(sheet("one.css", ".chart { -fx-opacity: 1; }"));
        StackPane second = dressed(sheet("two.css", ".chart { -fx-opacity: 1; }"));

        StableStylesheets.settle(first);
        StableStylesheets.settle(second);

        assertThat(second.getStylesheets().get(0))
                .isSameAs(first.getStylesheets().get(0));
    }

    @Test
    void theAddressCarriesTheContent() throws IOException {
        StackPane view = dressed(sheet("one.css", ".größe { -fx-opacity: 1; }"));

        StableStylesheets.settle(view);

        String address = view.getStylesheets().get(0);
        assertThat(address).startsWith("data:text/css;base64,");
        byte[] content = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
        assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo(".größe { -fx-opacity: 1; }");
    }

    @Test
    void sheetsDeepInTheViewAreFoundAndTheirOrderIsKept() throws IOException {
        String one = sheet("one.css", ".a {}");
        String two = sheet("two.css", ".b {}");
        StackPane inner = dressed(one, two);

        StableStylesheets.settle(new StackPane(new StackPane(inner)));

        assertThat(inner.getStylesheets()).hasSize(2).allMatch(address -> address.startsWith("data:"));
        assertThat(inner.getStylesheets().get(0)).endsWith(encoded(".a {}"));
        assertThat(inner.getStylesheets().get(1)).endsWith(encoded(".b {}"));
    }

    @Test
    void aSheetThatRefersToFilesBesideItKeepsItsAddress() throws IOException {
        String picture = sheet("one.css", ".a { -fx-background-image: URL (paper.png); }");
        String other = sheet("two.css", "@import 'one.css';");
        String font = sheet("three.css", "@font-face { src: local(x); }");
        StackPane view = dressed(picture, other, font);

        StableStylesheets.settle(view);

        assertThat(view.getStylesheets()).containsExactly(picture, other, font);
    }

    @Test
    void whatCannotBeReadOrIsNoAddressIsLeftToJavaFx() {
        String missing = folder.resolve("missing.css").toUri().toString();
        String path = "/team/view.css";
        String inline = "data:text/css;base64,IA==";
        StackPane view = dressed(missing, path, inline, "file:// not an address");

        StableStylesheets.settle(view);

        assertThat(view.getStylesheets()).containsExactly(missing, path, inline, "file:// not an address");
    }

    private static StackPane dressed(String... sheets) {
        StackPane pane = new StackPane();
        pane.getStylesheets().setAll(sheets);
        return pane;
    }

    private String sheet(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toUri().toString();
    }

    private static String encoded(String content) {
        return Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }
}
