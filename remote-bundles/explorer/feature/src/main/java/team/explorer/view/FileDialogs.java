package team.explorer.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Asks the person for files. A seam, because the system's dialogs can't be driven by a test. */
interface FileDialogs {

    /** The files to open; none when the person thought better of it. */
    List<Path> open(Window owner);

    /** Where to write. */
    Optional<Path> save(Window owner, String suggestion);

    /** The system's own. */
    static FileDialogs system() {
        return new FileDialogs() {
            @Override
            public List<Path> open(Window owner) {
                FileChooser chooser = chooser("Open CSV files");
                List<File> files = chooser.showOpenMultipleDialog(owner);
                return files == null
                        ? List.of()
                        : files.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> save(Window owner, String suggestion) {
                FileChooser chooser = chooser("Export the result");
                chooser.setInitialFileName(suggestion);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }
        };
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter("CSV files", "*.csv", "*.tsv", "*.tab", "*.txt", "*.CSV"),
                        new ExtensionFilter("All files", "*.*"));
        return chooser;
    }
}
