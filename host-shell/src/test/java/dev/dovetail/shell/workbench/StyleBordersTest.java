package dev.dovetail.shell.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.Embedding;
import dev.dovetail.api.ViewContext;
import dev.dovetail.shell.fixture.NodeView;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feature's stylesheets reach its own nodes, all of them and no others. */
class StyleBordersTest {

    private static final double MARK = 0.37;
    private static final String LOUD = "* { -fx-opacity: 0.37; } .root, .shell, .button, .label, .view-slot, #rail"
            + " { -fx-opacity: 0.37; } .root .button, .shell .label { -fx-opacity: 0.37 !important; }";

    private final Path directory;

    StyleBordersTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void neitherTheWindowNorAnotherFeatureIsStyledByAViewsSheet() throws Exception {
        try (StyleScene scene = new StyleScene(directory, context -> StyleScene.dressed(loudBox(), LOUD))) {
            scene.shell.show("calm.main");
            scene.shell.show("loud.main");

            assertReachesOnly(scene, "#loud-root");

            // What is made later too: a toast, a page, the palette.
            scene.shell.fire("#rail-features");
            scene.shell.fire("#command-field");
            assertThat(scene.shell.node("#palette-field")).isNotNull();
            assertReachesOnly(scene, "#loud-root");
        }
    }

    @Test
    void whatAControlBringsAlongReachesOnlyTheControl() throws Exception {
        Function<ViewContext, Node> loud = context -> {
            VBox box = loudBox();
            box.getChildren().add(new LoudControl());
            return box;
        };
        try (StyleScene scene = new StyleScene(directory, loud)) {
            scene.shell.show("calm.main");
            scene.shell.show("loud.main");

            assertReachesOnly(scene, ".loud-control");
        }
    }

    @Test
    void whatAViewEmbedsIsStyledAsInATabOfItsOwn() throws Exception {
        String rules = LOUD + " * { -fx-font-size: 30px; -color-bg-default: red; }";
        Function<ViewContext, Node> loud = context -> {
            VBox box = loudBox();
            box.getChildren().add(context.embed(Embedding.of("calm.main")).node());
            box.setStyle("-color-bg-default: red; -fx-font-size: 30px;");
            return StyleScene.dressed(box, rules);
        };
        try (StyleScene scene = new StyleScene(directory, loud)) {
            scene.shell.show("loud.main");
            Node calm = scene.shell.node(".embed-slot #calm-root");

            assertThat(opacities(calm, node -> true)).containsOnly(1.0);
            Label label = (Label) scene.shell.node("#calm-label");
            assertThat(ShellFixture.fx(() -> label.getFont().getSize())).isEqualTo(13.0);
            assertThat(StyleScene.colour(scene.shell.node("#calm-patch"))).isEqualTo(scene.ground());
            assertThat(ShellFixture.fx(() ->
                            ((Label) scene.shell.node("#loud-label")).getFont().getSize()))
                    .isEqualTo(30.0);

            scene.shell.fire("#theme-toggle");
            assertThat(StyleScene.colour(scene.shell.node("#calm-patch"))).isEqualTo(scene.ground());
        }
    }

    @Test
    void whatStandsForAnEmbeddedViewIsStyledByWhoeverMadeIt() throws Exception {
        Function<ViewContext, Node> loud = context -> {
            VBox box = loudBox();
            Label instead = new Label("instead");
            instead.setId("loud-instead");
            box.getChildren()
                    .addAll(
                            context.embed(Embedding.of("no.such").orElse(reason -> instead))
                                    .node(),
                            context.embed(Embedding.of("no.other").named("other"))
                                    .node());
            return StyleScene.dressed(box, LOUD);
        };
        try (StyleScene scene = new StyleScene(directory, loud)) {
            scene.shell.show("loud.main");

            assertThat(opacities(scene.shell.node("#loud-instead"), node -> true))
                    .containsOnly(MARK);
            assertThat(opacities(scene.shell.node(".embed-panel"), node -> true))
                    .doesNotContain(MARK);
        }
    }

    @Test
    void whatAViewPutsOnItsPlaceGoesWithIt() throws Exception {
        Function<ViewContext, Node> loud = context -> {
            VBox box = loudBox();
            box.parentProperty().addListener((property, was, host) -> host.parentProperty()
                    .addListener((next, before, slot) -> style(slot)));
            return box;
        };
        try (StyleScene scene = new StyleScene(directory, loud)) {
            scene.shell.show("loud.main");
            Region slot = (Region) scene.shell.node("#view-loud-main");
            assertThat(ShellFixture.fx(() -> slot.getStylesheets())).hasSize(1);
            scene.shell.services.view("loud.main@1.1.0", active -> new NodeView(context -> loudBox()));

            var next = new dev.dovetail.federation.Active("loud", "1.1.0", 4711);
            scene.shell
                    .workbench()
                    .handOver(scene.shell.federation.active("loud").orElseThrow(), next);

            assertThat(ShellFixture.fx(() -> slot.getStylesheets())).isEmpty();
            assertThat(ShellFixture.fx(slot::getStyle)).isEmpty();
        }
    }

    private static void style(Parent slot) {
        if (slot != null) {
            slot.getStylesheets().add(NodeView.sheet(LOUD));
            slot.setStyle("-color-bg-default: red;");
        }
    }

    /** An embedded view takes what room it is given, as if nothing stood between. */
    @Test
    void whatAViewEmbedsIsAsLargeAsItsPlace() throws Exception {
        Function<ViewContext, Node> loud = context -> {
            VBox box = loudBox();
            Region frame = (Region) context.embed(Embedding.of("calm.main")).node();
            frame.setMinSize(321, 123);
            frame.setMaxSize(321, 123);
            box.getChildren().add(frame);
            return box;
        };
        try (StyleScene scene = new StyleScene(directory, loud)) {
            scene.shell.show("loud.main");
            Region calm = (Region) scene.shell.node(".embed-slot #calm-root");

            ShellFixture.until(
                    "its size", () -> ShellFixture.fx(() -> calm.getWidth() == 321 && calm.getHeight() == 123));
        }
    }

    private static VBox loudBox() {
        Label label = new Label("loud");
        label.setId("loud-label");
        VBox box = new VBox(label, new Button("loud"));
        box.setId("loud-root");
        return box;
    }

    private static void assertReachesOnly(StyleScene scene, String selector) {
        Node own = scene.shell.node(selector);
        ShellFixture.run(() -> scene.shell.scene().getRoot().applyCss());
        assertThat(opacities(own, node -> node.getStyleClass().contains("label")))
                .containsOnly(MARK);
        List<Double> elsewhere = opacities(scene.shell.scene().getRoot(), node -> !isIn(own, node));
        assertThat(elsewhere).hasSizeGreaterThan(50).doesNotContain(MARK);
    }

    private static boolean isIn(Node own, Node node) {
        return node != null && (node.equals(own) || isIn(own, node.getParent()));
    }

    private static List<Double> opacities(Node below, Predicate<Node> which) {
        return ShellFixture.fx(() -> {
            List<Node> nodes = new ArrayList<>(below.lookupAll("*"));
            nodes.add(below);
            return nodes.stream().filter(which).map(Node::getOpacity).toList();
        });
    }

    /** Comes with a stylesheet of its own. */
    private static final class LoudControl extends Control {

        LoudControl() {
            getStyleClass().add("loud-control");
        }

        @Override
        public String getUserAgentStylesheet() {
            return NodeView.sheet(LOUD);
        }

        @Override
        protected Skin<?> createDefaultSkin() {
            return new LoudSkin(this);
        }
    }

    private static final class LoudSkin extends SkinBase<LoudControl> {

        LoudSkin(LoudControl control) {
            super(control);
            getChildren().add(new Label("loud"));
        }
    }
}
