package org.pressmark.extract;

/** Reads lines that name authors. */
final class Bylines {
    private Bylines() {}

    /** True where a short line opens as a byline does, a name after it. */
    static boolean opens(String text) {
        String bare = Lines.bare(text);
        int taken = Lexicon.BYLINE.opens(bare);
        if (taken == 0 || taken >= bare.length()) {
            return false;
        }
        if (wordBegins(bare, taken)) {
            return false;
        }
        String rest = Text.tidy(bare.substring(taken));
        if (rest.startsWith(":") || rest.startsWith("：") || rest.startsWith(".")) {
            rest = rest.substring(1).strip();
        }
        return !rest.isEmpty()
                && (Character.isUpperCase(rest.charAt(0))
                        || rest.charAt(0) >= 0x2E80
                        || rest.charAt(0) >= 0x600 && rest.charAt(0) < 0x700);
    }

    /** Where words stand without spaces, an opening of one character that is not set off is the beginning of some word. */
    private static boolean wordBegins(String line, int taken) {
        return taken == 1 && line.charAt(0) >= 0x2E80 && Character.isLetter(line.charAt(1));
    }
}
