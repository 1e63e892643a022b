package dev.dovetail.launcher.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SystemPackagesTest {

    private final Set<String> listed = Arrays.stream(SystemPackages.extra().split(","))
            .map(entry -> entry.substring(0, entry.indexOf(';')))
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void areExactlyWhatJavaFxExportsToEverybody() {
        Path[] jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.matches(".*javafx-(base|graphics|controls|fxml)-[0-9.]+-.*[.]jar"))
                .map(Path::of)
                .toArray(Path[]::new);
        Set<String> exported = ModuleFinder.of(jars).findAll().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(exported).isNotEmpty();
        assertThat(listed.stream().filter(name -> name.startsWith("javafx."))).containsExactlyElementsOf(exported);
    }

    @Test
    void haveTheVersionsOfTheBuild() {
        assertThat(SystemPackages.extra())
                .contains("javafx.scene;version=21.0.12", "atlantafx.base.theme;version=2.0.1")
                .doesNotContain("$");
    }

    @Test
    void openThePortToThoseOnlyWhoNameIt() {
        assertThat(SystemPackages.extra())
                .endsWith("dev.dovetail.federation;version=1.1.0;shell=true;mandatory:=shell");
    }
}
