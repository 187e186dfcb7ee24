package org.pressmark.compare;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.text.Agencies;
import org.pressmark.text.Folded;

/**
 * The place before the dash at the start of the first paragraph: {@code MADRID —}, {@code WASHINGTON (AP) —},
 * {@code MOSCOW, Dec. 27 (AFP) -}, {@code Berlin (dpa) –}.
 *
 * @param start first character of the place
 * @param placeEnd one past the place
 * @param agencyStart first character of the agency's brackets, −1 where none is named
 * @param agencyEnd one past them
 * @param end where the text proper begins
 */
record Dateline(int start, int placeEnd, int agencyStart, int agencyEnd, int end) {
    private static final int LONGEST = 90;
    private static final Pattern FORM = Pattern.compile("^\\s*(?<place>\\p{Lu}[\\p{L}\\p{M}.' ,/&-]*?)"
            + "(?<date>,? (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2}\\.? \\p{L}{3,9})(?:,? \\d{4})?)?"
            + "(?<agency> ?[(/\\[][^)\\]/]{2,40}[)/\\]])?"
            + " ?(?<dash>-) ?");

    /**
     * Reads the start of a paragraph; offsets are of the original characters.
     *
     * @param first whether it is the first paragraph, where a place needs neither capitals nor an agency behind it
     */
    static Optional<Dateline> read(String original, boolean first) {
        Folded folded = Folded.of(original.length() > 3 * LONGEST ? original.substring(0, 3 * LONGEST) : original);
        return inFolded(folded.text(), folded.marks(), first)
                .map(found -> new Dateline(
                        folded.originalStart(found.start()),
                        folded.originalEnd(found.placeEnd()),
                        found.agencyStart() < 0 ? -1 : folded.originalStart(found.agencyStart()),
                        found.agencyStart() < 0 ? -1 : folded.originalEnd(found.agencyEnd()),
                        folded.originalStart(found.end())));
    }

    /** Reads a dateline that stands by itself, its dash left out or not. */
    static Optional<Dateline> alone(String text) {
        Optional<Dateline> found = text.length() > LONGEST ? Optional.empty() : read(text + " A", true);
        return found.isPresent() || text.length() > LONGEST ? found : read(text + " \u2014 A", true);
    }

    private static Optional<Dateline> inFolded(String text, String marks, boolean first) {
        Matcher form = FORM.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        if (!form.find() || form.group("dash") == null) {
            return Optional.empty();
        }
        String place = form.group("place").strip();
        if (place.isEmpty() || form.end() >= text.length()) {
            return Optional.empty();
        }
        boolean capitals = place.equals(place.toUpperCase(Locale.ROOT)) && place.length() >= 3;
        String agency = form.group("agency");
        boolean credited =
                agency != null && !Agencies.all().findInCredit(agency).isEmpty();
        int dash = form.start("dash");
        boolean hyphen = marks.charAt(dash) == '-' || marks.charAt(dash) == '\u2010';
        boolean spaced = dash > 0 && text.charAt(dash - 1) == ' ';
        if (hyphen && !spaced || words(place) > 6) {
            return Optional.empty();
        }
        boolean titled =
                first && titleCase(place) && (form.group("date") != null || (!hyphen && spaced && words(place) <= 3));
        if (!capitals && !credited && !(titled && nextCapital(text, form.end()))) {
            return Optional.empty();
        }
        int start = form.start("place");
        int bracket = credited ? form.start("agency") + (agency.startsWith(" ") ? 1 : 0) : -1;
        return Optional.of(
                new Dateline(start, start + place.length(), bracket, credited ? form.end("agency") : -1, form.end()));
    }

    private static boolean nextCapital(String text, int at) {
        int i = at;
        while (i < text.length() && !Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i < text.length() && Character.isUpperCase(text.charAt(i));
    }

    private static int words(String place) {
        return place.split("[ ,/]+", -1).length;
    }

    private static boolean titleCase(String place) {
        for (String word : place.split("[ ,/]+", -1)) {
            if (!word.isEmpty() && !Character.isUpperCase(word.charAt(0)) && word.length() > 3) {
                return false;
            }
        }
        return true;
    }
}
