package dev.dovetail.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** One wall of the product: a rule that its classes keep, module by module. */
public enum Wall {
    API_KNOWS_NOBODY {
        @Override
        ArchRule in(House house) {
            return knowsOnly(house, "api..")
                    .because("a feature compiles against the API alone, so whatever the API names, every feature has");
        }
    },
    PORT_KNOWS_NOBODY {
        @Override
        ArchRule in(House house) {
            return knowsOnly(house, "federation..")
                    .because("shell and provisioner meet at the port, and neither may come in through it");
        }
    },
    TRUST_KNOWS_NOBODY {
        @Override
        ArchRule in(House house) {
            return knowsOnly(house, "trust..")
                    .because("what decides whether bytes are believed can be read, and tried out, by itself");
        }
    },
    TRUST_READS_AND_WRITES_NOTHING {
        @Override
        ArchRule in(House house) {
            return noClasses()
                    .that()
                    .resideInAPackage(house.room("trust.."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..")
                            .or(belongToAnyOf(
                                    File.class, FileInputStream.class, FileOutputStream.class, RandomAccessFile.class)))
                    .because(
                            "it decides on bytes that others fetched and keep, so every decision can be tried in memory");
        }
    },
    PROVISIONER_KNOWS_PORT_AND_TRUST_ALONE {
        @Override
        ArchRule in(House house) {
            return knowsOnly(house, "provisioner..", "federation..", "trust..")
                    .because("it must work when neither window nor framework starts");
        }
    },
    TUF_CLIENT_KNOWS_WHAT_THE_PRODUCT_FETCHES_WITH {
        @Override
        ArchRule in(House house) {
            return knowsOnly(house, "tuf..", "provisioner.repository..", "provisioner.fetch..", "provisioner.failure..")
                    .because("a suite that drives it must be driving the product's own client, and nothing else");
        }
    },
    PUBLISHER_KNOWS_TRUST_AND_THE_CLIENT_ALONE {
        @Override
        ArchRule in(House house) {
            return knowsOnly(
                            house,
                            "publisher..",
                            "trust..",
                            "provisioner.catalog..",
                            "provisioner.failure..",
                            "provisioner.fetch..",
                            "provisioner.gate..",
                            "provisioner.repository..")
                    .because("what clients would refuse is refused before it is published, by the same classes; of how"
                            + " they install and run things, a team's build knows nothing");
        }
    },
    SHELL_KNOWS_API_AND_PORT_ALONE {
        @Override
        ArchRule in(House house) {
            return knowsOnly(house, "shell..", "api..", "federation..")
                    .because("the shell is a bundle: what runs outside the framework has no class there");
        }
    },
    TESTKIT_KNOWS_WHERE_VIEWS_LIVE {
        @Override
        ArchRule in(House house) {
            return knowsOnly(
                            house,
                            "testkit..",
                            "api..",
                            "federation..",
                            "shell.guard..",
                            "shell.view..",
                            "shell.threads..",
                            "provisioner.heap..")
                    .because(
                            "a team's view is tried in what the shell opens it with, and needs nothing of how it came");
        }
    },
    LAUNCHER_NAMES_NO_EMBEDDED_CLASS {
        @Override
        ArchRule in(House house) {
            return knowsOnly(house, "launcher..", "provisioner..", "federation..", "trust..")
                    .because("shell and API are bytes to the launcher; as classes it would see copies of its own");
        }
    },
    FEATURES_KNOW_THE_API_ALONE {
        @Override
        ArchRule in(House house) {
            return noClasses()
                    .that()
                    .resideInAPackage(house.allTeams())
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(house.allOurs()).and(not(resideInAPackage(house.room("api..")))))
                    .because("a feature is written against the API, and runs wherever the API is");
        }
    },
    FEATURES_MEET_IN_THEIR_APIS {
        @Override
        ArchRule in(House house) {
            return slices().matching(house.team("(*).."))
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(alwaysTrue(), resideInAPackage(house.team("*.api..")))
                    .because("a team replaces anything but its API without asking the others");
        }
    },
    FRAMEWORK_IS_CALLED_IN_FEW_PLACES {
        @Override
        ArchRule in(House house) {
            DescribedPredicate<JavaClass> framework =
                    resideInAnyPackage("org.osgi.framework..", "org.apache.felix.framework..");
            ArchRule elsewhere = noClasses()
                    .that()
                    .resideOutsideOfPackages(house.rooms(
                            "provisioner..", "publisher..", "launcher..", "demo..", "shell", "shell.services.."))
                    .should()
                    .dependOnClassesThat(framework);
            ArchRule withValues = noClasses()
                    .that(resideInAnyPackage(house.rooms("provisioner..", "publisher.."))
                            .and(not(resideInAPackage(house.room("provisioner.apply..")))))
                    .should()
                    .dependOnClassesThat(framework.and(not(VALUES)));
            return CompositeArchRule.of(elsewhere)
                    .and(withValues)
                    .because("a plan is made from data: only applying it, starting it and following services touch what"
                            + " runs. Versions, their ranges and filters are values, which live without a framework");
        }
    },
    NETWORK_IS_USED_WHERE_BYTES_ARE_FETCHED {
        @Override
        ArchRule in(House house) {
            return noClasses()
                    .that(resideInAPackage(house.allOurs())
                            .and(not(resideInAPackage(house.room("provisioner.fetch..")))))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("java.net.http..").or(assignableTo(java.net.URLConnection.class)))
                    .because("limits, deadlines and checks of what comes in are kept in one place");
        }
    },
    JAVAFX_STAYS_WHERE_THINGS_ARE_SHOWN {
        @Override
        ArchRule in(House house) {
            return noClasses()
                    .that(resideInAPackage(house.allOurs())
                            .and(not(resideInAnyPackage(house.rooms(
                                    "api..",
                                    "shell..",
                                    "testkit..",
                                    "launcher.desktop",
                                    "launcher.boot..",
                                    "demo..")))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx..")
                    .because("the rest must run where there is no screen; the launcher starts the toolkit, takes"
                            + " pictures of its window and ends it");
        }
    },
    PACKAGES_FORM_NO_CIRCLE {
        @Override
        ArchRule in(House house) {
            return slices().assignedFrom(new PackageSlices())
                    .should()
                    .beFreeOfCycles()
                    .because("what goes round can't be understood, or taken out, one part at a time");
        }
    },
    CLASSES_ARE_NAMED_AFTER_THEIR_JOB {
        @Override
        ArchRule in(House house) {
            return noClasses()
                    .should()
                    .haveNameMatching(".*(Manager|Utils?|Helper|Impl|Common)(\\$.*)?")
                    .because("such a name fits anything, so anything is put there");
        }
    },
    PACKAGES_ARE_NAMED_AFTER_THEIR_TOPIC {
        @Override
        ArchRule in(House house) {
            return noClasses()
                    .should()
                    .resideInAnyPackage("..impl..", "..internal..", "..util..", "..common..")
                    .because("what is not exported is internal already");
        }
    },
    NOTHING_UPDATES_A_BUNDLE_IN_PLACE {
        @Override
        ArchRule in(House house) {
            return noClasses()
                    .should()
                    .accessTargetWhere(
                            target(owner(assignableTo(Bundle.class))).and(target(HasName.Predicates.name("update"))))
                    .because("Bundle.update drops the old version before the new one has shown that it works");
        }
    },
    BUNDLES_ENTER_BY_TWO_DOORS {
        @Override
        ArchRule in(House house) {
            return noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(house.room("provisioner.apply.FrameworkBundles"))
                    .and()
                    .doNotHaveFullyQualifiedName(house.room("launcher.boot.EmbeddedFramework"))
                    .should()
                    .accessTargetWhere(target(owner(assignableTo(BundleContext.class)))
                            .and(target(HasName.Predicates.name("installBundle"))))
                    .because("what is published passes the gate right before it enters, and what is embedded came with"
                            + " Dovetail itself: a third door would have no guard");
        }
    };

    private static final DescribedPredicate<JavaClass> VALUES = belongToAnyOf(
            Version.class, VersionRange.class, Filter.class, FrameworkUtil.class, InvalidSyntaxException.class);

    /** The rule, over the packages of a house. Holds for a module that has none of the classes it speaks of. */
    abstract ArchRule in(House house);

    /** Of all that is ours and the teams', a room depends on itself and on the others named. */
    private static ArchRule knowsOnly(House house, String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(house.room(room))
                .should()
                .dependOnClassesThat(resideInAnyPackage(house.allOurs(), house.allTeams())
                        .and(not(resideInAPackage(house.room(room))))
                        .and(not(resideInAnyPackage(house.rooms(others)))));
    }
}
