package org.pressmark.web;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A condition on one field of a line. Patterns are those of RE2, whose time grows with the text alone, whoever wrote them.
 *
 * @param not whether what passes is left out
 * @param field its name
 * @param way how it is compared
 */
record CdxFilter(boolean not, String field, Way way, String text, Optional<Pattern> pattern) {
    private static final int LONGEST = 1_000;

    /** The ways of comparing. */
    enum Way {
        CONTAINS,
        EQUALS,
        MATCHES_START,
        MATCHES
    }

    /**
     * Reads {@code [!][=|~]field:expression}: without a sign the field contains the text, with {@code =} it is the text, with
     * {@code ~} it begins with what the pattern matches. For the Wayback Machine there is no sign but {@code !}, and the
     * pattern matches the whole field.
     *
     * @throws IllegalArgumentException where it cannot be read
     */
    static CdxFilter parse(String written, boolean wayback) {
        boolean not = written.startsWith("!");
        String rest = not ? written.substring(1) : written;
        char sign = rest.isEmpty() ? ' ' : rest.charAt(0);
        Way way = sign == '=' ? Way.EQUALS : sign == '~' ? Way.MATCHES_START : wayback ? Way.MATCHES : Way.CONTAINS;
        rest = sign == '=' || sign == '~' ? rest.substring(1) : rest;
        int colon = rest.indexOf(':');
        if (colon < 1 || rest.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "Invalid filter, expected [!][=|~]field:expression, e.g. =status:200, of at most " + LONGEST
                            + " characters");
        }
        String text = rest.substring(colon + 1);
        boolean pattern = way == Way.MATCHES || way == Way.MATCHES_START;
        return new CdxFilter(
                not,
                CdxRow.name(rest.substring(0, colon)),
                way,
                text,
                pattern ? Optional.of(compiled(text)) : Optional.empty());
    }

    private static Pattern compiled(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Invalid pattern in filter: " + e.getMessage(), e);
        }
    }

    boolean passes(String value) {
        boolean fits = switch (way) {
            case CONTAINS -> value.contains(text);
            case EQUALS -> value.equals(text);
            case MATCHES -> pattern.orElseThrow().matcher(value).matches();
            case MATCHES_START -> pattern.orElseThrow().matcher(value).lookingAt();
        };
        return fits != not;
    }
}
