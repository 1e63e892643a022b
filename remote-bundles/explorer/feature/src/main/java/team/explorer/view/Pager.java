package team.explorer.view;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import team.explorer.query.Answer;

/** Turns the pages of an answer. */
final class Pager extends HBox {

    private final Wishes wishes;
    private final Label range = Parts.label("", "explorer-meta");
    private final Label page = Parts.label("", "explorer-meta");
    private final Button first = Parts.iconButton("explorer-first", Icon.FIRST, "First page", () -> turn(0));
    private final Button previous =
            Parts.iconButton("explorer-previous", Icon.PREVIOUS, "Previous page", () -> turn(current() - 1));
    private final Button next = Parts.iconButton("explorer-next", Icon.NEXT, "Next page", () -> turn(current() + 1));
    private final Button last =
            Parts.iconButton("explorer-last", Icon.LAST, "Last page", () -> turn(Integer.MAX_VALUE));
    private Optional<Answer> answer = Optional.empty();

    Pager(Wishes wishes) {
        this.wishes = wishes;
        range.setId("explorer-range");
        page.setId("explorer-page");
        getChildren().addAll(range, Parts.space(), first, previous, page, next, last);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("explorer-pager");
    }

    void show(Answer shown) {
        answer = Optional.of(shown);
        int current = current();
        range.setText(Texts.range(shown));
        page.setText("Page %,d of %,d".formatted(current + 1, shown.pages()));
        first.setDisable(current == 0);
        previous.setDisable(current == 0);
        next.setDisable(current >= shown.pages() - 1);
        last.setDisable(current >= shown.pages() - 1);
    }

    private int current() {
        return answer.map(shown -> shown.question().page()).orElse(0);
    }

    private void turn(int wanted) {
        answer.ifPresent(shown -> wishes.ask(shown.question().at(Math.max(0, Math.min(wanted, shown.pages() - 1)))));
    }
}
