package dev.dovetail.shell.workbench;

import dev.dovetail.shell.palette.Palette;
import java.util.Optional;
import java.util.function.Supplier;

/** The way to the palette, which is made when it is first opened. JavaFX application thread only. */
final class PaletteDoor {

    private final Supplier<Palette> maker;
    private Optional<Palette> palette = Optional.empty();

    /** @param maker makes the palette and puts it into the window */
    PaletteDoor(Supplier<Palette> maker) {
        this.maker = maker;
    }

    boolean isOpen() {
        return palette.filter(Palette::isVisible).isPresent();
    }

    void open() {
        if (palette.isEmpty()) {
            palette = Optional.of(maker.get());
        }
        palette.get().open();
    }

    void toggle() {
        if (isOpen()) {
            palette.ifPresent(Palette::close);
        } else {
            open();
        }
    }
}
