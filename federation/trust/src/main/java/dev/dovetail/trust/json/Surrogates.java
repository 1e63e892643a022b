package dev.dovetail.trust.json;

/** Half characters have no UTF-8 form: two texts that differ only in them would have the same signature. */
final class Surrogates {

    private Surrogates() {}

    static boolean arePaired(String text) {
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            if (Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE) {
                return false;
            }
            i += Character.charCount(character);
        }
        return true;
    }
}
