package dev.dovetail.shell.workbench;

import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.palette.PaletteEntry;
import dev.dovetail.shell.palette.PaletteEntry.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What the palette offers.
 *
 * @param onView opens a view
 * @param onCommand runs a feature's command
 * @param own what the shell itself can do
 */
record PaletteEntries(Consumer<String> onView, BiConsumer<FeatureStatus, String> onCommand, List<PaletteEntry> own) {

    List<PaletteEntry> of(Snapshot snapshot) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (FeatureStatus feature : snapshot.features()) {
            feature.contributions().forEach(contribution -> entries.add(entry(feature, contribution)));
        }
        entries.addAll(own);
        return entries;
    }

    private static String note(FeatureStatus feature, Contribution contribution) {
        String name = feature.title().equals(contribution.title()) ? "" : feature.title();
        if (feature.state() instanceof Available) {
            return name.isEmpty() ? "Not installed" : name + " · not installed";
        }
        return name;
    }

    private PaletteEntry entry(FeatureStatus feature, Contribution contribution) {
        String note = note(feature, contribution);
        if (contribution instanceof Contribution.View view) {
            return new PaletteEntry(Group.VIEWS, view.title(), note, view.icon(), "", () -> onView.accept(view.id()));
        }
        return new PaletteEntry(
                Group.COMMANDS,
                contribution.title(),
                note,
                contribution.icon(),
                "",
                () -> onCommand.accept(feature, contribution.id()));
    }
}
