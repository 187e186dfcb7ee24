package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pressmark.text.Agencies;

/**
 * Tells agencies' names from words that look like them. A name that is an ordinary word too ({@code Mehr}, {@code MAP}) must be
 * written as the agency writes it, and stand where nothing but a credit stands.
 */
final class AgencyNames {
    private static final Pattern BETWEEN = Pattern.compile("[/,;|+&·•]|\\s[-–—]\\s|\\n");
    private static final int LONGEST = 300;

    private AgencyNames() {}

    /** The agency where the whole line is its name, and the name is no ordinary word. */
    static Optional<String> bare(String text) {
        if (text.length() > 60) {
            return Optional.empty();
        }
        List<Agencies.Found> found = Agencies.all().find(text);
        return found.size() == 1 && rest(text, found.get(0)).isEmpty()
                ? Optional.of(found.get(0).name())
                : Optional.empty();
    }

    /** The agency that a word in brackets or a part of a credit names, an ordinary word only if written as the agency's. */
    static Optional<String> part(String text) {
        Optional<String> sure = bare(text);
        if (sure.isPresent()) {
            return sure;
        }
        String word = text.strip();
        return Agencies.all()
                .canonical(word)
                .filter(name -> Agencies.all()
                        .agency(name)
                        .filter(agency -> written(agency, word))
                        .isPresent());
    }

    /** In capitals or as in the list; in small letters where the agency signs so, as German ones do. */
    private static boolean written(Agencies.Agency agency, String word) {
        String letters = word.replaceAll("[^\\p{L}\\p{N} '’-]", "").strip();
        boolean listed = agency.name().equals(letters) || agency.aliases().contains(letters);
        boolean small = letters.equals(Text.lower(letters));
        if (small && letters.chars().anyMatch(Character::isLowerCase)) {
            return letters.length() <= 5 && agency.languages().contains("de") || letters.indexOf(' ') > 0;
        }
        return Text.shouts(letters) || listed || letters.indexOf(' ') > 0;
    }

    /**
     * The agencies that a byline or source line names: sure names anywhere, names that are ordinary words too only where they
     * are a part by themselves ({@code Jane Roe/AA}).
     */
    static List<String> credited(String line) {
        String text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        List<String> out = new ArrayList<>();
        Agencies.all().find(text).forEach(found -> add(out, found.name()));
        for (String piece : BETWEEN.split(text, -1)) {
            part(inner(piece)).ifPresent(name -> add(out, name));
        }
        for (String name : PersonNames.split(text)) {
            part(name).ifPresent(agency -> add(out, agency));
        }
        return out;
    }

    private static String inner(String piece) {
        int colon = Math.max(piece.lastIndexOf(':'), piece.lastIndexOf('：'));
        return piece.substring(colon + 1).strip();
    }

    private static void add(List<String> out, String name) {
        if (!out.contains(name)) {
            out.add(name);
        }
    }

    private static String rest(String text, Agencies.Found found) {
        String rest = text.substring(0, found.start()) + text.substring(found.end());
        return Text.key(rest).replace("the", "");
    }
}
