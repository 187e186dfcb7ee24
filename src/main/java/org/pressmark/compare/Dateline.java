package org.pressmark.compare;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.text.Agencies;

/**
 * The place before the dash at the start of the first paragraph: {@code MADRID —}, {@code WASHINGTON (AP) —},
 * {@code MOSCOW, Dec. 27 (AFP) -}, {@code Berlin (dpa) –}.
 *
 * @param start first character of the place
 * @param placeEnd one past the place
 * @param end where the text proper begins
 */
record Dateline(int start, int placeEnd, int end) {
    private static final int LONGEST = 90;
    private static final Pattern FORM = Pattern.compile(
            "^\\s*(?<place>\\p{Lu}[\\p{L}\\p{M}.'’ ,/&-]*?)"
                    + "(?<date>,? (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2}\\.? \\p{L}{3,9})(?:,? \\d{4})?)?"
                    + "(?<agency> ?[(/\\[][^)\\]/]{2,40}[)/\\]])?"
                    + "[ \\u00a0]?(?<dash>[—–―]|--|-(?= )|&mdash;|&#8212;)[ \\u00a0]*");

    static Optional<Dateline> read(String text) {
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
        boolean credited = agency != null && !Agencies.all().findInCredit(agency).isEmpty();
        boolean spaced = !form.group("dash").equals("-") || text.charAt(Math.max(0, form.start("dash") - 1)) == ' ';
        boolean titled = words(place) <= 3 && titleCase(place) && form.group("dash").length() >= 1 && !form.group("dash").equals("-") && spacedBefore(text, form.start("dash"));
        if (!spaced || words(place) > 6 || !(capitals || credited || form.group("date") != null && titleCase(place) || titled && nextCapital(text, form.end()))) {
            return Optional.empty();
        }
        int start = form.start("place");
        return Optional.of(new Dateline(start, start + place.length(), form.end()));
    }

    private static boolean spacedBefore(String text, int dash) {
        return dash > 0 && (text.charAt(dash - 1) == ' ' || text.charAt(dash - 1) == '\u00a0');
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
