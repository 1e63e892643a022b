package dev.dovetail.launcher.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked for on the command line, in the order in which help lists it. */
enum Verb {
    RUN(RunCommand.class),
    OPEN(OpenCommand.class),
    LIST(ListCommand.class),
    INSTALL(InstallCommand.class),
    UPDATE(UpdateCommand.class),
    REMOVE(RemoveCommand.class),
    REVERT(RevertCommand.class),
    FORGIVE(ForgiveCommand.class),
    STATUS(StatusCommand.class),
    DOCTOR(DoctorCommand.class),
    PLAN(PlanCommand.class),
    EXPLAIN(ExplainCommand.class),
    PIN(PinCommand.class),
    UNPIN(UnpinCommand.class),
    REPOSITORY(RepositoryCommand.class);

    private final Class<?> command;

    Verb(Class<?> command) {
        this.command = command;
    }

    /** Carries it out; its annotation has the same name. */
    Class<?> command() {
        return command;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Verb> named(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }
}
