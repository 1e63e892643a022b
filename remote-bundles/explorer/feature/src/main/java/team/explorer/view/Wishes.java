package team.explorer.view;

import java.nio.file.Path;
import java.util.List;
import team.explorer.query.Question;
import team.explorer.tables.OpenTable;
import team.explorer.tables.Sample;

/** What people can ask for anywhere in the view. The parts say what is wished, the view does it. */
interface Wishes {

    void chooseFiles();

    void open(List<Path> files);

    void open(Sample sample);

    void select(OpenTable table);

    void close(OpenTable table);

    /** Puts a text where the caret is. */
    void insert(String text);

    void run();

    void cancel();

    /** Another page or order. */
    void ask(Question question);

    void chart();

    void export();

    /** Shows what is wrong in the editor. */
    void point(Failure failure);
}
