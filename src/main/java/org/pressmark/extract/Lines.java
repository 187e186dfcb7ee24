package org.pressmark.extract;

import java.util.Optional;
import org.pressmark.model.BlockKind;

/** Recognises lines by their words alone, the same for HTML, plain text and Markdown. */
final class Lines {
    private static final int LONG = 90;
    private static final int OFFER = 50;
    private static final int INITIALS = 9;

    private Lines() {}

    /** {@code Source: AFP}, {@code (dpa)}, {@code Original url: …}, {@code Correction: …}; empty where nothing of the sort. */
    static Optional<BlockKind> furniture(String text, int words) {
        if (words > 60) {
            return correction(text) ? Optional.of(BlockKind.CORRECTION_NOTE) : Optional.empty();
        }
        if (original(text, words)) {
            return Optional.of(BlockKind.ORIGINAL_URL);
        }
        if (source(text, words)) {
            return Optional.of(BlockKind.SOURCE_LINE);
        }
        if (correction(text)) {
            return Optional.of(BlockKind.CORRECTION_NOTE);
        }
        return Optional.empty();
    }

    static boolean original(String text, int words) {
        String bare = bare(text);
        int taken = Lexicon.ORIGINAL.opens(bare);
        if (taken == 0 || words > 45) {
            return false;
        }
        String rest = bare.substring(taken).strip();
        return taken > 14 || rest.isEmpty() || rest.startsWith(":") || rest.contains("http");
    }

    /** Opens with {@code Source:} and names someone, or is an agency's end mark. */
    static boolean source(String text, int words) {
        if (words > 25) {
            return false;
        }
        String bare = bare(text);
        int taken = Lexicon.SOURCE.opens(bare);
        if (taken > 0 && taken < bare.length()) {
            String rest = bare.substring(taken).strip();
            if (rest.startsWith(":") || rest.startsWith("：")) {
                return rest.length() > 1;
            }
            return taken > 6 && !AgencyNames.credited(rest).isEmpty() && words < 14;
        }
        return words <= 6 && (bracketed(text.strip()) || text.indexOf('/') > 0 && words <= 3) && endMark(text.strip());
    }

    /** The writer's initials in brackets, as German and Dutch papers close an article: {@code (jro)}, {@code [mho/ab]}. */
    static boolean initials(String text) {
        return bracketed(text)
                && text.length() <= INITIALS
                && text.chars().skip(1).limit(text.length() - 2L).allMatch(c -> Character.isLowerCase(c) || c == '/');
    }

    private static boolean bracketed(String text) {
        return text.length() > 3
                && (text.charAt(0) == '(' && text.endsWith(")") || text.charAt(0) == '[' && text.endsWith("]"));
    }

    /** True where a bracket names an agency and else only initials: {@code (dpa)}, {@code (jro/AFP)}, {@code (FR mit dpa)}. */
    static boolean endMark(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && "([".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ")]".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        String inner = text.substring(from, to);
        if (inner.isEmpty() || inner.length() > 40) {
            return false;
        }
        if (AgencyNames.part(inner).isPresent()) {
            return true;
        }
        boolean agency = false;
        for (String part : inner.split("[/,;+& ]+", -1)) {
            boolean known = AgencyNames.part(part).isPresent();
            agency |= known;
            if (!known && (part.length() > 5 || part.chars().anyMatch(Character::isDigit))) {
                return false;
            }
        }
        return agency;
    }

    /** True where the whole line is an agency's name. */
    static boolean agency(String text) {
        return AgencyNames.bare(text).isPresent();
    }

    static boolean correction(String text) {
        String bare = bare(text);
        int taken = Lexicon.CORRECTION.opens(bare);
        if (taken == 0) {
            return false;
        }
        String rest = bare.substring(taken).strip();
        return taken > 22
                || rest.startsWith(":")
                || rest.startsWith("(")
                || rest.startsWith("：")
                || rest.startsWith("—")
                || rest.startsWith("–");
    }

    /** A paragraph in the site's own voice: consent, offers, disclosures, calls to follow or subscribe. */
    static boolean site(Piece piece) {
        return piece.words() < LONG && Lexicon.DROP.opens(bare(piece.text())) > 0
                || piece.words() < OFFER && Lexicon.PROMO.in(piece.text());
    }

    static String bare(String text) {
        int from = 0;
        while (from < text.length() && !Character.isLetterOrDigit(text.charAt(from)) && text.charAt(from) != '©') {
            from++;
        }
        return text.substring(from);
    }

    /** A heading or line such as {@code Read more}, {@code Related: …}. */
    static boolean related(String text) {
        String bare = bare(text);
        if (Lexicon.RELATED.is(bare)) {
            return true;
        }
        int taken = Lexicon.RELATED.opens(bare);
        if (taken < 3 || taken == bare.length()) {
            return taken > 0 && taken == bare.length();
        }
        String rest = bare.substring(taken);
        char next = rest.charAt(0);
        return next == ':'
                || next == '：'
                || next == '|'
                || rest.startsWith(" |")
                || rest.startsWith(" :")
                || rest.startsWith(" –")
                || rest.startsWith(" >")
                || rest.startsWith(" »");
    }
}
