package team.explorer.view;

import dev.dovetail.api.Command;
import dev.dovetail.api.FeatureCommand;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.ShellContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Window;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import team.explorer.tables.FileSource;
import team.explorer.tables.Workspace;

/** Opens CSV files from anywhere in the shell, and the Explorer with them. */
@Command(id = "explorer.open-file", title = "Open CSV file…", icon = "folder")
@Component(service = FeatureCommand.class)
public final class OpenFileCommand implements FeatureCommand {

    private final Workspace workspace;
    private final FileDialogs dialogs;

    /** @param workspace where the files become tables */
    @Activate
    public OpenFileCommand(@Reference Workspace workspace) {
        this(workspace, FileDialogs.system());
    }

    OpenFileCommand(Workspace workspace, FileDialogs dialogs) {
        this.workspace = workspace;
        this.dialogs = dialogs;
    }

    @Override
    public void run(ShellContext context) {
        List<Path> files = dialogs.open(Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElse(null));
        if (!files.isEmpty()) {
            context.background().execute(() -> open(files, context));
        }
    }

    private void open(List<Path> files, ShellContext context) {
        for (Path file : files) {
            try {
                workspace.open(new FileSource(file));
            } catch (IOException e) {
                context.notify(Notice.error(e.getMessage()));
            }
        }
        context.show(ExplorerView.ID, Memento.EMPTY).whenComplete((shown, problem) -> {
            if (problem != null) {
                context.notify(Notice.error("The Explorer can't be shown: " + problem.getMessage()));
            }
        });
    }
}
