package org.pressmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pressmark.compare.Item.Sort;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;
import org.pressmark.text.Agencies;

/** Reads furniture off blocks: by their kind, and for paragraphs by words that only furniture begins with. */
final class ItemReader {
    private static final int SHORT = 14;
    private static final int NOTE = 120;

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[5-9]|20)\\d\\d(?!\\d)");

    private final Article article;
    private final Lexicon lexicon;
    private final FurnitureWords words;

    ItemReader(Article article, Lexicon lexicon) {
        this.article = article;
        this.lexicon = lexicon;
        this.words = new FurnitureWords(
                lexicon,
                article.site().map(site -> Keys.words(site.value(), lexicon)).orElse(""));
    }

    /** Whether a paragraph is a standing line of the site and none of the article's. */
    boolean standing(Block block) {
        return count(block.text()) <= NOTE && words.standing(block.text());
    }

    /** The furniture of one block; nothing for body and for what is not the article's. */
    List<Item> read(int index, Block block, boolean beforeBody) {
        String text = block.text();
        if (block.kind() == BlockKind.IMAGE) {
            return block.image()
                    .filter(image -> !image.src().isEmpty() && !Addresses.ofThePage(image.src()))
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
            case DATELINE -> dateline(index, text);
            case TIMESTAMP -> tells(text) ? List.of(whole(Sort.TIMESTAMP, index, text)) : List.of();
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

    Item whole(Sort sort, int index, String text) {
        String key = sort == Sort.HEADLINE ? Keys.headline(text, lexicon) : Keys.words(text, lexicon);
        return new Item(sort, text, key, "", index, 0, text.length(), true);
    }

    /** "3 hours ago" and "3 min read" name no time that two copies could be compared by. */
    private boolean tells(String text) {
        return YEAR.matcher(text).find() || !Moment.read(text, lexicon).isEmpty();
    }

    /** The place; the agency in brackets behind it is a credit. */
    private List<Item> dateline(int index, String text) {
        return Dateline.alone(text)
                .map(found -> dateline(index, text, found))
                .orElseGet(() -> List.of(whole(Sort.DATELINE, index, text)));
    }

    /** The place and the agency of a dateline that stands in a block. */
    List<Item> dateline(int index, String text, Dateline found) {
        String place = text.substring(found.start(), found.placeEnd());
        Item there = new Item(
                Sort.DATELINE, place, Keys.words(place, lexicon), "", index, found.start(), found.placeEnd(), true);
        return found.agencyStart() < 0
                ? List.of(there)
                : List.of(
                        there,
                        credit(Sort.TEXT_CREDIT, index, text, found.agencyStart(), found.agencyEnd())
                                .introducedBy(Item.IN_DATELINE));
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
                        words.byAgency(line)
                                ? credit(Sort.TEXT_CREDIT, index, text, start, end)
                                : byline(index, text, start, end));
            }
            start = end + 1;
        }
        return out;
    }

    private Item byline(int index, String text, int start, int end) {
        String line = text.substring(start, end);
        return new Item(Sort.BYLINE, line, Keys.words(words.author(line), lexicon), "", index, start, end, true);
    }

    private Item credit(Sort sort, int index, String text, int start, int end) {
        String line = text.substring(start, end);
        String holder = words.holder(line);
        String prefix = holder.length() == line.length()
                ? ""
                : Keys.words(line.substring(0, line.length() - holder.length()), lexicon);
        String agency = sort == Sort.TEXT_CREDIT ? words.agency(line) : "";
        return new Item(
                sort,
                line,
                agency.isEmpty() ? Keys.words(holder, lexicon) : agency,
                sort == Sort.PHOTO_CREDIT ? "" : prefix,
                index,
                start,
                end,
                true);
    }

    /** A paragraph that is furniture by its words. */
    private Optional<Item> paragraph(int index, String text, boolean beforeBody) {
        int length = count(text);
        if (length > NOTE) {
            return Optional.empty();
        }
        if (words.correction(text)) {
            return Optional.of(whole(Sort.CORRECTION, index, text));
        }
        if (length <= NOTE / 2 && words.provenance(text)) {
            return Optional.of(whole(Sort.PROVENANCE, index, text));
        }
        if (length <= NOTE / 2 && words.creditLine(text)) {
            return Optional.of(new Item(
                    Sort.TEXT_CREDIT, text, Keys.words(text, lexicon), Item.TAIL, index, 0, text.length(), true));
        }
        if (length > SHORT) {
            return Optional.empty();
        }
        if (words.byAgency(text)
                && (Agencies.all().canonical(text).isPresent()
                        || !words.holder(text).equals(text)
                        || text.startsWith("("))) {
            return Optional.of(credit(Sort.TEXT_CREDIT, index, text, 0, text.length()));
        }
        String source = words.holder(text);
        if (!source.equals(text)
                && text.indexOf(':') > 0
                && text.indexOf(':') <= text.length() - source.length()
                && !FurnitureWords.ends(text)) {
            return Optional.of(credit(Sort.TEXT_CREDIT, index, text, 0, text.length()));
        }
        if (beforeBody
                && length <= 10
                && !FurnitureWords.ends(text)
                && !words.author(text).equals(text)) {
            return Optional.of(byline(index, text, 0, text.length()));
        }
        if (beforeBody && length <= 8 && !Moment.read(text, lexicon).isEmpty()) {
            return Optional.of(whole(Sort.TIMESTAMP, index, text));
        }
        return Optional.empty();
    }

    /**
     * The furniture that stands as lines of its own at the top of a block: pages without mark-up of their own put headline,
     * byline and time before the first words of the text.
     *
     * @param headline the headline that the page states, as a key
     */
    List<Item> head(int index, String text, String headline) {
        List<Item> out = new ArrayList<>();
        int start = 0;
        int end = text.indexOf('\n');
        while (end > 0 && start < text.length()) {
            String line = text.substring(start, end);
            String key = Keys.headline(line, lexicon);
            Optional<Item> item = !key.isEmpty() && (headline.contains(key) || sameStart(headline, key))
                    ? Optional.of(whole(Sort.HEADLINE, index, line))
                    : line.isBlank() ? Optional.empty() : paragraph(index, line, true);
            if (item.isEmpty()) {
                break;
            }
            out.add(item.get().at(start, end));
            start = end + 1;
            end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
        }
        return out;
    }

    /** The page's title may have lost words at its end, or have the site's name before it. */
    private static boolean sameStart(String headline, String key) {
        String start = key.substring(0, key.length() * 2 / 3);
        return start.length() > SHORT && headline.contains(start);
    }

    /** How many words a text has, counted no further than needed. */
    private static int count(String text) {
        int count = 1;
        for (int i = 1; i < text.length() && count <= NOTE; i++) {
            if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
                count++;
            }
        }
        return count;
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
            Sort sort = words.byAgency(author.value()) ? Sort.TEXT_CREDIT : Sort.BYLINE;
            String agency = words.agency(author.value());
            out.add(unseen(
                    sort,
                    author.value(),
                    agency.isEmpty() ? Keys.words(words.author(author.value()), lexicon) : agency,
                    false));
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
