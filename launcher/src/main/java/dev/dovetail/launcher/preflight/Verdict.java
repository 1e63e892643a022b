package dev.dovetail.launcher.preflight;

import java.util.List;

/** What the preflight found. */
public sealed interface Verdict {

    /**
     * Dovetail can start.
     *
     * @param notes what will work less well than it could
     */
    record Ready(List<Note> notes) implements Verdict {

        /** Copies the list. */
        public Ready {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Dovetail cannot start on this machine as it is.
     *
     * @param sentence what is missing, and what it is needed for
     * @param remedy the exact line to type, or what to do where no line helps
     * @param packages the distribution's packages that are missing; empty when packages are not what is missing
     */
    record Lacking(String sentence, String remedy, List<String> packages) implements Verdict {

        /** The exit code of a program that ends for this reason: the {@code EX_CONFIG} of sysexits. */
        public static final int EXIT_CODE = 78;

        /** Copies the list. */
        public Lacking {
            packages = List.copyOf(packages);
        }

        /**
         * What to print for the user.
         *
         * @return two lines
         */
        public String message() {
            return sentence + System.lineSeparator() + "  " + remedy;
        }
    }

    /** Something that will work less well than it could. */
    enum Note {
        /** JavaFX finds no OpenGL: it must be told to draw in software, or it complains at length first. */
        SOFTWARE_RENDERING("OpenGL is not installed: Dovetail draws in software, which is slower.");

        private final String sentence;

        Note(String sentence) {
            this.sentence = sentence;
        }

        /**
         * What to log.
         *
         * @return a sentence
         */
        public String sentence() {
            return sentence;
        }
    }
}
