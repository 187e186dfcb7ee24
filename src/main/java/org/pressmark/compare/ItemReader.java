package org.pressmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.compare.Item.Sort;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;
import org.pressmark.text.Agencies;
import org.pressmark.text.Folded;
import org.pressmark.text.WordList;

/** Reads furniture off blocks: by their kind, and for paragraphs by words that only furniture begins with. */
final class ItemReader {
    private static final int SHORT = 14;
    private static final int NOTE = 120;

    private final Article article;
    private final Lexicon lexicon;
    private final WordList creditPrefixes;
    private final WordList bylinePrefixes;
    private final WordList corrections;
    private final WordList correctionsAnywhere;
    private final WordList republications;

    ItemReader(Article article, Lexicon lexicon) {
        this.article = article;
        this.lexicon = lexicon;
        this.creditPrefixes = WordList.load(lexicon.language(), "credit-prefixes");
        this.bylinePrefixes = WordList.load(lexicon.language(), "byline-prefixes");
        this.corrections = WordList.load(lexicon.language(), "correction-phrases");
        this.correctionsAnywhere = WordList.load(lexicon.language(), "correction-anywhere");
        this.republications = WordList.load(lexicon.language(), "republication-phrases");
    }

    /** The furniture of one block; nothing for body and for what is not the article's. */
    List<Item> read(int index, Block block, boolean beforeBody) {
        String text = block.text();
        if (block.kind() == BlockKind.IMAGE) {
            return block.image()
                    .filter(image -> !image.src().isEmpty())
                    .map(image -> List.of(new Item(
                            Sort.IMAGE,
                            image.src(),
                            Addresses.key(image.src(), true),
                            "",
                            index,
                            0,
                            text.length(),
                            true)))
                    .orElse(List.of());
        }
        if (text.isBlank()) {
            return List.of();
        }
        return switch (block.kind()) {
            case HEADLINE -> List.of(whole(Sort.HEADLINE, index, text));
            case STANDFIRST -> List.of(whole(Sort.STANDFIRST, index, text));
            case BYLINE -> lines(index, text);
            case DATELINE -> List.of(whole(Sort.DATELINE, index, text));
            case TIMESTAMP -> List.of(whole(Sort.TIMESTAMP, index, text));
            case CAPTION -> caption(index, text);
            case CREDIT -> List.of(credit(Sort.PHOTO_CREDIT, index, text, 0, text.length()));
            case SOURCE_LINE -> List.of(credit(Sort.TEXT_CREDIT, index, text, 0, text.length()));
            case ORIGINAL_URL -> List.of(whole(Sort.PROVENANCE, index, text));
            case CORRECTION_NOTE -> List.of(whole(Sort.CORRECTION, index, text));
            case PARAGRAPH, BLOCKQUOTE, OTHER ->
                paragraph(index, text, beforeBody).map(List::of).orElse(List.of());
            default -> List.of();
        };
    }

    private Item whole(Sort sort, int index, String text) {
        String key = sort == Sort.HEADLINE ? Keys.headline(text, lexicon) : Keys.words(text, lexicon);
        return new Item(sort, text, key, "", index, 0, text.length(), true);
    }

    /** A caption may end in the credit of its picture: a few words behind its last sentence, capitals and no stop. */
    private List<Item> caption(int index, String text) {
        int at = CaptionCredit.start(text);
        if (at < 0) {
            return List.of(whole(Sort.CAPTION, index, text));
        }
        int end = at;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        String words = text.substring(0, end);
        return List.of(
                new Item(Sort.CAPTION, words, Keys.words(words, lexicon), "", index, 0, end, true),
                credit(Sort.PHOTO_CREDIT, index, text, at, text.length()));
    }

    /** A byline may have several lines; one that names nobody but agencies is a credit. */
    private List<Item> lines(int index, String text) {
        List<Item> out = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            if (!line.isBlank()) {
                out.add(
                        byAgency(line)
                                ? credit(Sort.TEXT_CREDIT, index, text, start, end)
                                : byline(index, text, start, end));
            }
            start = end + 1;
        }
        return out;
    }

    private Item byline(int index, String text, int start, int end) {
        String line = text.substring(start, end);
        return new Item(
                Sort.BYLINE, line, Keys.words(rest(line, bylinePrefixes), lexicon), "", index, start, end, true);
    }

    private Item credit(Sort sort, int index, String text, int start, int end) {
        String line = text.substring(start, end);
        String holder = rest(line, creditPrefixes);
        String prefix = holder.length() == line.length()
                ? ""
                : Keys.words(line.substring(0, line.length() - holder.length()), lexicon);
        return new Item(
                sort,
                line,
                Keys.words(holder, lexicon),
                sort == Sort.PHOTO_CREDIT ? "" : prefix,
                index,
                start,
                end,
                true);
    }

    /** What follows the longest prefix of a list, with the marks between them dropped. */
    private static String rest(String line, WordList prefixes) {
        String stripped = line.strip();
        Folded folded = Folded.of(stripped);
        Optional<String> prefix = prefixes.startOf(stripped);
        if (prefix.isEmpty()) {
            return line;
        }
        String rest = stripped.substring(folded.originalEnd(prefix.get().length()));
        int i = 0;
        while (i < rest.length() && !Character.isLetterOrDigit(rest.charAt(i)) && rest.charAt(i) != '(') {
            i++;
        }
        return i == rest.length() ? line : rest.substring(i);
    }

    /** Whether a line names agencies and nobody else. */
    private boolean byAgency(String line) {
        String holder = rest(rest(line, bylinePrefixes), creditPrefixes);
        List<Agencies.Found> found = Agencies.all().findInCredit(holder);
        if (found.isEmpty()) {
            return false;
        }
        StringBuilder left = new StringBuilder(holder);
        for (int i = found.size() - 1; i >= 0; i--) {
            left.delete(found.get(i).start(), found.get(i).end());
        }
        String others = Keys.words(left.toString(), lexicon);
        return others.isEmpty()
                || others.equals("and")
                || others.equals("with")
                || others.equals("staff")
                || others.equals("newswires");
    }

    /** A paragraph that is furniture by its words. */
    private Optional<Item> paragraph(int index, String text, boolean beforeBody) {
        int words = words(text);
        if (words > NOTE) {
            return Optional.empty();
        }
        if (correction(text)) {
            return Optional.of(whole(Sort.CORRECTION, index, text));
        }
        if (words <= NOTE / 2 && provenance(text)) {
            return Optional.of(whole(Sort.PROVENANCE, index, text));
        }
        if (words > SHORT) {
            return Optional.empty();
        }
        if (byAgency(text)
                && (Agencies.all().canonical(text).isPresent()
                        || !rest(text, creditPrefixes).equals(text)
                        || text.startsWith("("))) {
            return Optional.of(credit(Sort.TEXT_CREDIT, index, text, 0, text.length()));
        }
        String source = rest(text, creditPrefixes);
        if (!source.equals(text)
                && text.indexOf(':') > 0
                && text.indexOf(':') <= text.length() - source.length()
                && !ends(text)) {
            return Optional.of(credit(Sort.TEXT_CREDIT, index, text, 0, text.length()));
        }
        if (beforeBody
                && words <= 10
                && !ends(text)
                && !rest(text, bylinePrefixes).equals(text)) {
            return Optional.of(byline(index, text, 0, text.length()));
        }
        if (beforeBody && words <= 8 && !Moment.read(text, lexicon).isEmpty()) {
            return Optional.of(whole(Sort.TIMESTAMP, index, text));
        }
        return Optional.empty();
    }

    /** How many words a text has, counted no further than needed. */
    private static int words(String text) {
        int count = 1;
        for (int i = 1; i < text.length() && count <= NOTE; i++) {
            if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
                count++;
            }
        }
        return count;
    }

    private static boolean ends(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") || stripped.endsWith("?") || stripped.endsWith("!");
    }

    private boolean correction(String text) {
        Optional<String> phrase = corrections.startOf(text);
        if (phrase.isPresent()) {
            String folded = Folded.fold(text);
            String behind = folded.substring(phrase.get().length()).strip();
            boolean marked =
                    behind.isEmpty() || ":-(".indexOf(behind.charAt(0)) >= 0 || Character.isDigit(behind.charAt(0));
            if (marked || phrase.get().indexOf(' ') > 0) {
                return true;
            }
        }
        return correctionsAnywhere.within(text).isPresent();
    }

    private boolean provenance(String text) {
        Optional<String> phrase = republications.startOf(text);
        if (phrase.isEmpty()) {
            return false;
        }
        boolean address = text.contains("http") || text.contains("www.");
        String words = phrase.get();
        boolean strong = words.indexOf(' ') > 0 && !words.equals("the post");
        String behind = Folded.fold(text).substring(words.length()).strip();
        return address || strong && (behind.isEmpty() || !ends(text) || words.length() > 14) || behind.startsWith(":");
    }

    /** What the page states for machines only: authors and times that no block shows. */
    List<Item> fromFields(List<Item> shown) {
        List<Item> out = new ArrayList<>();
        if (shown.stream().noneMatch(item -> item.sort() == Sort.HEADLINE)) {
            article.headline()
                    .ifPresent(field ->
                            out.add(unseen(Sort.HEADLINE, field.value(), Keys.headline(field.value(), lexicon), true)));
        }
        for (Field author : article.authors()) {
            Sort sort = byAgency(author.value()) ? Sort.TEXT_CREDIT : Sort.BYLINE;
            out.add(unseen(sort, author.value(), Keys.words(author.value(), lexicon), false));
        }
        boolean timed = shown.stream().anyMatch(item -> item.sort() == Sort.TIMESTAMP);
        article.published().ifPresent(field -> out.add(unseen(Sort.TIMESTAMP, field.value(), field.value(), false)));
        if (timed) {
            article.modified().ifPresent(field -> out.add(unseen(Sort.TIMESTAMP, field.value(), field.value(), false)));
        }
        return out;
    }

    private static Item unseen(Sort sort, String text, String key, boolean visible) {
        return new Item(sort, text, key, "", -1, 0, 0, visible);
    }
}
