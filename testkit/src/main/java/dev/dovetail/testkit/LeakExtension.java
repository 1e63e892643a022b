package dev.dovetail.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link LeakCheck}, and starts JavaFX for them. On a machine without a display, let them run with Monocle.
 *
 * <pre>{@code
 * @ExtendWith(LeakExtension.class)
 * class BoardLeakTest {
 *     @Test
 *     void the_board_leaves_nothing_behind(LeakCheck check) throws Exception {
 *         check.view(BoardView.class);
 *     }
 * }
 * }</pre>
 */
public final class LeakExtension implements BeforeAllCallback, ParameterResolver {

    /** For JUnit. */
    public LeakExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        Fx.start();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LeakCheck.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new LeakCheck();
    }
}
