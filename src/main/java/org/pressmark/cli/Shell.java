package org.pressmark.cli;

/** Words as a shell takes them. */
final class Shell {
    private Shell() {}

    /** A word that a person can copy into a shell: in single quotes where it needs them. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9@%+=:,./_-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
