package team.charts.desk;

import dev.dovetail.api.Command;
import dev.dovetail.api.FeatureCommand;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.ShellContext;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exports the chart of the board the person turned to last; without a board, opens one. */
@Command(id = "charts.export-png", title = "Export chart as PNG", icon = "image")
@Component(service = FeatureCommand.class)
public final class ExportPng implements FeatureCommand {

    private final Desk desk;

    /** @param desk where the open boards are found */
    @Activate
    public ExportPng(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public void run(ShellContext context) {
        Optional<Desk.Board> board = desk.current();
        if (board.isPresent()) {
            board.get().export();
        } else {
            context.show("charts.board", Memento.EMPTY);
            context.notify(new Notice(Notice.Level.INFO, "Choose what to draw, then export it."));
        }
    }
}
