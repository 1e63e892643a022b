package dev.dovetail.launcher.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.launcher.preflight.Distribution.Family;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {

    @ParameterizedTest
    @CsvSource({
        "debian, '', 12, libgtk-3-0",
        "debian, '', 13, libgtk-3-0t64",
        "debian, '', '', libgtk-3-0t64",
        "ubuntu, debian, 22.04, libgtk-3-0",
        "ubuntu, debian, 24.04, libgtk-3-0t64",
        "ubuntu, debian, 1000000000000, libgtk-3-0t64",
        "ubuntu, debian, rolling, libgtk-3-0",
        "linuxmint, ubuntu, 22, libgtk-3-0",
        "fedora, '', 42, gtk3",
        "rocky, rhel, 9.5, gtk3",
        "arch, '', '', gtk3",
        "opensuse-leap, suse, 15.6, libgtk-3-0",
        "nixos, '', 24.05, ''"
    })
    void knowsWhatGtkIsCalled(String id, String like, String version, String name) {
        assertThat(new Distribution(id, List.of(like), version).nameOf(NativePackage.GTK))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "debian, ROOT, apt-get update && apt-get install -y a b",
        "debian, SUDOER, sudo apt-get update && sudo apt-get install -y a b",
        "debian, PLAIN, su -c 'apt-get update && apt-get install -y a b'",
        "fedora, SUDOER, sudo dnf install -y a b",
        "arch, ROOT, pacman -S --needed --noconfirm a b",
        "suse, ROOT, zypper --non-interactive install a b",
        "alpine, ROOT, ''"
    })
    void writesTheLineThatItsUserCanType(String id, Account account, String line) {
        assertThat(new Distribution(id, List.of(), "").installLine(List.of("a", "b"), account))
                .isEqualTo(line);
    }

    @Test
    void hasNothingToTypeWhereNothingIsMissing() {
        assertThat(new Distribution("debian", List.of(), "").installLine(List.of(), Account.ROOT))
                .isEmpty();
    }

    @Test
    void belongsToTheNearestFamilyItDerivesFrom() {
        assertThat(new Distribution("pop", List.of("unheard-of", "ubuntu", "debian"), "22.04").family())
                .isEqualTo(Family.DEBIAN);
    }

    @Test
    void aPackageThatNobodyNeedsHasNoName() {
        assertThat(new Distribution("debian", List.of(), "").nameOf(NativePackage.NONE))
                .isEmpty();
    }
}
