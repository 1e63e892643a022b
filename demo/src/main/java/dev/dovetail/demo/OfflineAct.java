package dev.dovetail.demo;

import static dev.dovetail.demo.StoryException.require;

import dev.dovetail.launcher.desktop.Launcher;
import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;

/** A new process, with every server dead. */
final class OfflineAct {

    private final Launcher launcher;
    private final Hand hand;
    private final Teller teller;

    OfflineAct(Launcher launcher, Hand hand, Teller teller) {
        this.launcher = launcher;
        this.hand = hand;
        this.teller = teller;
    }

    void play() throws IOException, InterruptedException {
        teller.tell("Restarted without a network: the chart is still there, in the updated version.", this::chart);
        teller.picture("08-offline-chart");
        teller.tell("So is the query, and it runs.", this::query);
        teller.picture("09-offline-explorer");
    }

    private void chart() throws InterruptedException {
        require(launcher.federation().snapshot().features().size() == 2, "both features");
        hand.press("#rail-charts-board");
        hand.await("#charts-version", Label.class, label -> label.getText().contains("1.1.0"));
        hand.await("#charts-chart", Node.class);
    }

    private void query() throws InterruptedException {
        hand.press("#rail-explorer-tables");
        TextInputControl sql = hand.await("#explorer-sql", TextInputControl.class);
        require(sql.getText().equals(OnlineAct.QUERY), "the query as it was, found: " + sql.getText());
        hand.press("#explorer-run");
        hand.await("#explorer-status", Label.class, label -> label.getText().contains("44 rows"));
    }
}
