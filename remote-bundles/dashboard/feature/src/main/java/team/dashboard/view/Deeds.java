package team.dashboard.view;

import dev.dovetail.api.Values;
import java.util.function.UnaryOperator;
import team.dashboard.board.Panel;
import team.dashboard.board.Source;

/** What a person can do with a board. */
interface Deeds {

    void add(Source source, String title, Values parameters);

    void remove(String id);

    void change(String id, UnaryOperator<Panel> change);

    void move(String id, int step);
}
