package org.pressmark.compare;

import java.util.List;
import java.util.Optional;
import org.pressmark.text.Agencies;
import org.pressmark.text.Folded;
import org.pressmark.text.WordList;

/** Tells by their words what lines are furniture: credits, bylines, notes, and standing lines of a site. */
final class FurnitureWords {
    private final Lexicon lexicon;
    private final String site;
    private final WordList creditPrefixes;
    private final WordList bylinePrefixes;
    private final WordList creditFillers;
    private final WordList creditLines;
    private final WordList creditAnywhere;
    private final WordList corrections;
    private final WordList correctionsAnywhere;
    private final WordList republications;
    private final WordList standing;
    private String lastText = "";
    private String lastLower = "";

    /** @param site the site's name as a key, empty where unknown */
    FurnitureWords(Lexicon lexicon, String site) {
        this.lexicon = lexicon;
        this.site = site;
        this.creditPrefixes = list("credit-prefixes");
        this.bylinePrefixes = list("byline-prefixes");
        this.creditFillers = list("credit-fillers");
        this.creditLines = list("credit-lines");
        this.creditAnywhere = list("credit-anywhere");
        this.corrections = list("correction-phrases");
        this.correctionsAnywhere = list("correction-anywhere");
        this.republications = list("republication-phrases");
        this.standing = list("standing-lines");
    }

    private WordList list(String name) {
        return WordList.load(lexicon.language(), name);
    }

    /** A line folded and in lower case; the last one is kept, for each is asked after many times. */
    private String lower(String text) {
        if (!text.equals(lastText)) {
            lastText = text;
            lastLower = Folded.caseFold(text.strip());
        }
        return lastLower;
    }

    /** Behind brackets and marks of emphasis. */
    private String bare(String text) {
        String lower = lower(text);
        int start = 0;
        while (start < lower.length() && "([*_- ".indexOf(lower.charAt(start)) >= 0) {
            start++;
        }
        return lower.substring(start);
    }

    /** What follows "By" and its like; the line itself where it begins with none. */
    String author(String line) {
        return rest(line, bylinePrefixes);
    }

    /** What follows "Source", "Photo by" and their like. */
    String holder(String line) {
        return rest(line, creditPrefixes);
    }

    /** What follows the longest prefix of a list, with the marks between them dropped. */
    private static String rest(String line, WordList prefixes) {
        String stripped = line.strip();
        Optional<String> prefix = prefixes.startOf(stripped);
        if (prefix.isEmpty()) {
            return line;
        }
        String rest =
                stripped.substring(Folded.of(stripped).originalEnd(prefix.get().length()));
        int i = 0;
        while (i < rest.length() && !Character.isLetterOrDigit(rest.charAt(i)) && rest.charAt(i) != '(') {
            i++;
        }
        return i == rest.length() ? line : rest.substring(i);
    }

    /** Whether a line names agencies and nobody else: a desk, the staff and the site itself are nobody. */
    boolean byAgency(String line) {
        return !agency(line).isEmpty();
    }

    /** The agencies of such a line in canonical form, run together; empty where it names others too. */
    String agency(String line) {
        String holder = holder(author(line));
        List<Agencies.Found> found = Agencies.all().findInCredit(holder);
        if (found.isEmpty()) {
            return "";
        }
        StringBuilder left = new StringBuilder(holder);
        StringBuilder names = new StringBuilder();
        for (int i = found.size() - 1; i >= 0; i--) {
            left.delete(found.get(i).start(), found.get(i).end());
            names.insert(0, Keys.words(found.get(i).name(), lexicon));
        }
        StringBuilder others = new StringBuilder();
        for (String word : left.toString().split("[^\\p{L}\\p{N}'’]+", -1)) {
            if (!word.isEmpty() && !creditFillers.contains(word)) {
                others.append(Keys.words(word, lexicon));
            }
        }
        return others.isEmpty() || others.toString().equals(site) ? names.toString() : "";
    }

    /** "Reporting by … ; editing by …", "… contributed to this report", "Copyright … The Associated Press". */
    boolean creditLine(String text) {
        return creditLines.startOfFolded(bare(text)).isPresent()
                || creditAnywhere.withinFolded(lower(text)).isPresent()
                || copyright(text);
    }

    private boolean copyright(String text) {
        String lower = lower(text);
        String folded = lower.substring(0, Math.min(40, lower.length()));
        boolean claims = folded.contains("\u00a9") || folded.contains("(c)") || folded.contains("copyright");
        return claims && !Agencies.all().findInCredit(text).isEmpty();
    }

    /** A line that sites put between their paragraphs: "Read more: …", "Watch: …", "Story continues below". */
    boolean standing(String text) {
        return standing.startOfFolded(lower(text)).isPresent();
    }

    boolean correction(String text) {
        String bare = bare(text);
        Optional<String> phrase = corrections.startOfFolded(bare);
        if (phrase.isPresent()) {
            String behind = bare.substring(phrase.get().length()).strip();
            boolean marked =
                    behind.isEmpty() || ":-(".indexOf(behind.charAt(0)) >= 0 || Character.isDigit(behind.charAt(0));
            if (marked || phrase.get().indexOf(' ') > 0) {
                return true;
            }
        }
        return correctionsAnywhere.withinFolded(lower(text)).isPresent();
    }

    boolean provenance(String text) {
        Optional<String> phrase = republications.startOfFolded(lower(text));
        if (phrase.isEmpty()) {
            return false;
        }
        boolean address = text.contains("http") || text.contains("www.");
        String words = phrase.get();
        boolean strong = words.indexOf(' ') > 0 && !words.equals("the post");
        String behind = lower(text).substring(words.length()).strip();
        return address || strong && (behind.isEmpty() || !ends(text) || words.length() > 14) || behind.startsWith(":");
    }

    /** Whether a line ends as a sentence does. */
    static boolean ends(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") || stripped.endsWith("?") || stripped.endsWith("!");
    }
}
