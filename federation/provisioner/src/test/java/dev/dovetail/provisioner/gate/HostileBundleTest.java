package dev.dovetail.provisioner.gate;

import static dev.dovetail.provisioner.gate.Judged.RESERVED;
import static dev.dovetail.provisioner.gate.Judged.TEAM;
import static dev.dovetail.provisioner.gate.Judged.admitted;
import static dev.dovetail.provisioner.gate.Judged.claims;
import static dev.dovetail.provisioner.gate.Judged.code;
import static dev.dovetail.provisioner.gate.Judged.findings;
import static dev.dovetail.provisioner.gate.Judged.refused;
import static dev.dovetail.provisioner.gate.Judged.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.hostile.HostileJar;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 7, 8, 10 and 19 to 22 of the hostile inputs: bundles that reach for what is not theirs. */
class HostileBundleTest {

    private static Grant allowing(Permission... permissions) {
        return new Grant("team", TEAM.bundles(), TEAM.carries(), TEAM.packages(), TEAM.foreign(), Set.of(permissions));
    }

    private static Claims any(Grant grant) {
        return Claims.none(grant, RESERVED);
    }

    @Test
    void aBundleOfAnotherNameThanTheIndexSaysIsRefused() {
        assertThat(refused(HostileJar.bundle("team.sample.other", "1.0.0").good())
                        .message())
                .isEqualTo("Expected team.sample 1.0.0 as the index says, found \"team.sample.other 1.0.0\""
                        + " in team.sample 1.0.0.");
        assertThat(code(HostileJar.bundle("team.sample", "9.0.0").good())).isEqualTo("DT-GATE-012");
    }

    @Test
    void aShortVersionIsTheSameVersion() {
        admitted(HostileJar.bundle("team.sample", "1").good());
    }

    @ParameterizedTest
    @ValueSource(strings = {"team.other", "team.samples", "com.h2database.more", "dev.dovetail.shell"})
    void aBundleThatTheRepositoryMayNotBringIsRefused(String name) {
        assertThat(refused(HostileJar.bundle(name, "99.0.0").good(), any(TEAM)).code())
                .isEqualTo("DT-GATE-014");
    }

    @Test
    void aBundleThatItCarriesIsAdmittedWithPackagesThatAreNobodysInParticular() {
        HostileJar h2 = HostileJar.bundle("com.h2database", "2.3.232");
        assertThat(findings(h2.header("Export-Package", "org.h2").good(), any(TEAM)))
                .isEmpty();
        assertThat(refused(h2.header("Export-Package", "team.other.api").good(), any(TEAM))
                        .code())
                .isEqualTo("DT-GATE-016");
        assertThat(refused(h2.header("Export-Package", "javafx.scene").good(), any(TEAM))
                        .code())
                .isEqualTo("DT-GATE-015");
    }

    @Test
    void nobodyBringsABundleOfThePlatform() {
        assertThat(refused(HostileJar.bundle("dev.dovetail.shell", "99.0.0").good(), any(Grant.everything("x")))
                        .code())
                .isEqualTo("DT-GATE-014");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x",
                "a/b",
                "te\u0430m.sample",
                "team\u200b.sample",
                "team sample",
                ".team",
                "team.",
                "team..sample",
                "a,b",
                "a;b"
            })
    void anOddNameIsRefused(String name) {
        assertThat(refused(HostileJar.bundle(name, "1.0.0").good(), any(Grant.everything("x")))
                        .code())
                .isEqualTo("DT-GATE-013");
    }

    @Test
    void aNameThatDiffersFromAnotherByCaseAloneIsRefused() {
        Claims beside = new Claims(
                "", "", Claims.UNKNOWN, Set.of("Team.Sample", "team.sample"), Grant.everything("x"), RESERVED);
        assertThat(refused(sample().good(), beside).message())
                .startsWith("Expected a name that differs from Team.Sample by more than upper and lower case");
        assertThat(refused(HostileJar.bundle("Dev.Dovetail.Shell", "1").good(), any(Grant.everything("x")))
                        .code())
                .isEqualTo("DT-GATE-013");
    }

    @Test
    void directivesOfANameAreNotPartOfIt() {
        admitted(sample().header("Bundle-SymbolicName", "team.sample;singleton:=true")
                .good());
    }

    @Test
    void nativeCodeIsRefusedUnlessAllowed() {
        byte[] declared =
                sample().header("Bundle-NativeCode", "a.so;osname=linux").good();
        assertThat(code(declared)).isEqualTo("DT-GATE-020");
        assertThat(findings(declared, claims(allowing(Permission.NATIVE)))).isEmpty();
        for (String library : new String[] {"a.dll", "linux/liba.so", "liba.so.1", "A.DYLIB", "x.jnilib"}) {
            assertThat(code(sample().entryNamed(library))).isEqualTo("DT-GATE-020");
        }
        admitted(sample().entryNamed("a.solution"));
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang, DT-GATE-015",
        "javafx.scene, DT-GATE-015",
        "org.osgi.framework, DT-GATE-015",
        "org.osgi.framework.hooks.weaving, DT-GATE-015",
        "dev.dovetail.api, DT-GATE-015",
        "platform.api, DT-GATE-015",
        "org.slf4j, DT-GATE-015",
        "team.other.api, DT-GATE-016",
        "some.library, DT-GATE-016",
        "team.samples, DT-GATE-016"
    })
    void aPackageOfThePlatformOrOfOthersIsNotExported(String name, String code) {
        assertThat(code(sample().header("Export-Package", "team.sample.api,a;" + name + ";version=9")
                        .good()))
                .isIn("DT-GATE-016", code);
        assertThat(code(sample().header("Export-Package", "team.sample.api," + name + ";version=9")
                        .good()))
                .isEqualTo(code);
    }

    @Test
    void aPackageIsNotProvidedInDisguise() {
        for (String namespace :
                new String[] {"osgi.wiring.package", "osgi.wiring.bundle", "osgi.identity", "osgi.ee"}) {
            assertThat(code(sample().header("Provide-Capability", namespace + ";x=javafx.scene")
                            .good()))
                    .isEqualTo("DT-GATE-011");
        }
        assertThat(code(sample().header("Require-Capability", "osgi.wiring.bundle;filter:=\"(a=b)\"")
                        .good()))
                .isEqualTo("DT-GATE-011");
        admitted(sample().header("Provide-Capability", "osgi.service;objectClass:List<String>=\"a.B\"")
                .good());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system.bundle;extension:=framework",
                "system.bundle",
                "org.apache.felix.framework",
                "system.bundle; extension:=\"bootclasspath\"",
                "team.sample.host;extension:=framework",
                "team.sample.host;Extension:=framework"
            })
    void anExtensionOfTheFrameworkIsAlwaysRefused(String host) {
        assertThat(refused(sample().header("Fragment-Host", host).good(), claims(Grant.everything("x")))
                        .code())
                .isEqualTo("DT-GATE-017");
    }

    @Test
    void anActivatorOfAnExtensionIsAlwaysRefused() {
        assertThat(refused(sample().header("ExtensionBundle-Activator", "a.B").good(), claims(Grant.everything("x")))
                        .code())
                .isEqualTo("DT-GATE-017");
    }

    @Test
    void aFragmentIsRefusedUnlessAllowedAndOnAHostOfItsOwn() {
        byte[] own = sample().header("Fragment-Host", "team.sample.host").good();
        assertThat(code(own)).isEqualTo("DT-GATE-018");
        assertThat(findings(own, claims(allowing(Permission.FRAGMENTS)))).isEmpty();
        for (String host : new String[] {"team.other", "com.h2database", "dev.dovetail.shell"}) {
            assertThat(refused(sample().header("Fragment-Host", host).good(), claims(allowing(Permission.FRAGMENTS)))
                            .code())
                    .isEqualTo("DT-GATE-018");
        }
        assertThat(refused(
                                sample().header("Fragment-Host", "dev.dovetail.shell")
                                        .good(),
                                claims(Grant.everything("x")))
                        .code())
                .isEqualTo("DT-GATE-018");
        assertThat(code(sample().header("Fragment-Host", "a,b").good())).isEqualTo("DT-GATE-011");
    }

    @Test
    void aBundleOfOthersIsNotRequired() {
        assertThat(code(sample().header("Require-Bundle", "team.other").good())).isEqualTo("DT-GATE-019");
        assertThat(refused(sample().header("Require-Bundle", "system.bundle").good(), claims(Grant.everything("x")))
                        .code())
                .isEqualTo("DT-GATE-019");
        admitted(sample().header("Require-Bundle", "team.sample.other,com.h2database,dev.dovetail.shell")
                .good());
    }

    @Test
    void dynamicImportsOfPackagesThatAreNotNamedAreRefusedUnlessAllowed() {
        for (String pattern : new String[] {"*", "org.*", "a,*;version=1"}) {
            byte[] jar = sample().header("DynamicImport-Package", pattern).good();
            assertThat(code(jar)).isEqualTo("DT-GATE-021");
            assertThat(findings(jar, claims(allowing(Permission.DYNAMIC_IMPORTS))))
                    .isEmpty();
        }
        admitted(sample().header("DynamicImport-Package", "org.slf4j,a.b").good());
        assertThat(refused(
                                sample().header("DynamicImport-Package", "org.osgi.framework.hooks.weaving")
                                        .good(),
                                claims(allowing(Permission.DYNAMIC_IMPORTS)))
                        .code())
                .isEqualTo("DT-GATE-021");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.osgi.framework.hooks.weaving",
                "org.osgi.framework.hooks.resolver",
                "org.osgi.framework.hooks.service",
                "org.osgi.framework.hooks.bundle",
                "org.osgi.service.url",
                "org.osgi.framework.launch",
                "sun.misc",
                "jdk.internal.misc"
            })
    void whatReachesIntoOthersIsNotImported(String name) {
        assertThat(code(sample().header("Import-Package", "java.util," + name + ";version=\"[1,2)\"")
                        .good()))
                .isEqualTo("DT-GATE-022");
        admitted(sample().header("Import-Package", name + ";resolution:=optional")
                .good());
    }

    @Test
    void anAgentIsRefusedAndAnActivationPolicyThatHasNoEffectIsNot() {
        assertThat(code(sample().header("Launcher-Agent-Class", "a.B").good())).isEqualTo("DT-GATE-023");
        assertThat(code(sample().header("Bundle-ActivationPolicy", "eager").good()))
                .isEqualTo("DT-GATE-023");
        admitted(sample().header("Bundle-ActivationPolicy", "lazy; include:=\"a.b\"")
                .good());
    }
}
