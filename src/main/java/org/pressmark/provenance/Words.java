package org.pressmark.provenance;

import org.pressmark.model.Claim;
import org.pressmark.model.Place;

/** How reasons are worded: neutral, with the page's exact words and where they stand. */
final class Words {
    private static final int LONGEST = 220;

    private Words() {}

    /** {@code "Original url: https://…" (div > p.origin, bytes 4711–4890)}. */
    static String quote(Claim claim) {
        return "\"" + cut(claim.evidence().exact()) + "\""
                + place(claim.evidence().place());
    }

    static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "…";
    }

    static String percent(double share) {
        return Math.round(100 * share) + "%";
    }

    private static String place(Place place) {
        if (place.endByte() == 0 && place.selector().isEmpty()) {
            return "";
        }
        String bytes = "bytes " + place.startByte() + "–" + place.endByte();
        return " (" + (place.selector().isEmpty() ? bytes : place.selector() + ", " + bytes) + ")";
    }
}
