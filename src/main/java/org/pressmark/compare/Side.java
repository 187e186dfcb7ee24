package org.pressmark.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pressmark.compare.Item.Sort;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;

/** One article sorted for comparison: which blocks are body, which furniture, which belong to the page around it. */
final class Side {
    /** A dateline may stand behind a standfirst or caption that the extraction took for body. */
    private static final int DATELINE_WITHIN = 4;

    /** No page has more furniture; what claims to be has another purpose, and is left where it stands. */
    private static final int MOST_ITEMS = 600;

    private final Article article;
    private final Lexicon lexicon;
    private final ItemReader reader;
    private final TreeSet<Integer> body = new TreeSet<>();
    private final Set<Integer> boilerplate = new HashSet<>();
    private final Map<Integer, Integer> skipped = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    Side(Article article, Lexicon lexicon) {
        this.article = article;
        this.lexicon = lexicon;
        this.reader = new ItemReader(article, lexicon);
        for (int i = 0; i < article.blocks().size(); i++) {
            keys.add(Keys.words(article.blocks().get(i).text(), lexicon));
            sort(i, article.blocks().get(i));
        }
        items.addAll(reader.fromFields(items));
        dateline();
    }

    private void sort(int index, Block block) {
        BlockKind kind = block.kind();
        List<Item> read = items.size() < MOST_ITEMS ? reader.read(index, block, body.isEmpty()) : List.of();
        if (!read.isEmpty()) {
            for (Item item : read) {
                if (items.stream()
                        .noneMatch(there -> there.sort() == item.sort()
                                && there.key().equals(item.key())
                                && there.prefix().equals(item.prefix()))) {
                    items.add(item);
                }
            }
        } else if (kind.body() && kind != BlockKind.STANDFIRST && kind != BlockKind.CORRECTION_NOTE) {
            boolean headlineAgain = kind == BlockKind.HEADING
                    && items.stream()
                            .anyMatch(item -> item.sort() == Sort.HEADLINE
                                    && item.key().replace("\"", "").equals(keys.get(index)));
            if (!headlineAgain && !block.text().isBlank()) {
                body.add(index);
            }
        } else if (kind != BlockKind.HEADLINE && !block.text().isBlank()) {
            boilerplate.add(index);
        }
    }

    /** The place before the dash of the first paragraph, unless the extraction has it as a block of its own. */
    private void dateline() {
        if (items.stream().anyMatch(item -> item.sort() == Sort.DATELINE)) {
            return;
        }
        int seen = 0;
        for (int index : body) {
            Block block = article.blocks().get(index);
            Optional<Dateline> found =
                    block.kind() == BlockKind.PARAGRAPH ? Dateline.read(block.text(), seen == 0) : Optional.empty();
            if (found.isPresent()) {
                place(index, block.text(), found.get());
                return;
            }
            if (++seen == DATELINE_WITHIN) {
                return;
            }
        }
    }

    private void place(int index, String text, Dateline found) {
        String place = text.substring(found.start(), found.placeEnd());
        skipped.put(index, found.end());
        items.add(new Item(
                Sort.DATELINE, place, Keys.words(place, lexicon), "", index, found.start(), found.placeEnd(), true));
        if (found.agencyStart() >= 0) {
            String agency = text.substring(found.agencyStart(), found.agencyEnd());
            String key = Keys.words(agency, lexicon);
            if (items.stream()
                    .noneMatch(item ->
                            item.sort() == Sort.TEXT_CREDIT && item.key().equals(key))) {
                items.add(new Item(
                        Sort.TEXT_CREDIT, agency, key, "", index, found.agencyStart(), found.agencyEnd(), true));
            }
        }
    }

    Article article() {
        return article;
    }

    List<Item> items() {
        return items;
    }

    Set<Integer> body() {
        return body;
    }

    Set<Integer> boilerplate() {
        return boilerplate;
    }

    /** The text of a block in normal form. */
    String key(int block) {
        return keys.get(block);
    }

    Doc doc() {
        return Doc.of(article, List.copyOf(body), skipped, lexicon);
    }

    /**
     * Two extractions may sort the same block differently. A body block that the other side has as furniture becomes
     * furniture here too; a block of the page around the article that the other side has as body becomes body.
     */
    static void agree(Side a, Side b) {
        a.follow(b);
        b.follow(a);
    }

    private void follow(Side other) {
        Map<String, Integer> mine = new HashMap<>();
        for (int index : body) {
            mine.putIfAbsent(keys.get(index), index);
        }
        for (Item item : List.copyOf(other.items)) {
            Integer index = item.block() < 0 ? null : mine.get(Keys.words(item.text(), lexicon));
            boolean movable = item.sort() != Sort.IMAGE && item.sort() != Sort.DATELINE && item.sort() != Sort.HEADLINE;
            boolean known = items.stream()
                    .anyMatch(
                            there -> there.sort() == item.sort() && there.key().equals(item.key()));
            if (index != null && movable && !known && !item.key().isEmpty()) {
                body.remove(index);
                skipped.remove(index);
                String text = article.blocks().get(index).text();
                items.add(new Item(item.sort(), text, item.key(), item.prefix(), index, 0, text.length(), true));
            }
        }
        for (Item item : List.copyOf(items)) {
            boolean loose = item.sort() == Sort.TEXT_CREDIT
                    || item.sort() == Sort.CORRECTION
                    || item.sort() == Sort.PROVENANCE
                    || item.sort() == Sort.STANDFIRST;
            boolean paired = other.items.stream()
                    .anyMatch(
                            there -> there.sort() == item.sort() && there.key().equals(item.key()));
            if (loose && !paired && wholeBlock(item) && other.holds(Keys.words(item.text(), lexicon))) {
                items.remove(item);
                body.add(item.block());
            }
        }
        Set<String> bodyHere = keysOf(this);
        Set<String> bodyThere = keysOf(other);
        for (int index : Set.copyOf(boilerplate)) {
            String key = keys.get(index);
            if (key.length() > 20 && bodyThere.contains(key) && !bodyHere.contains(key)) {
                boilerplate.remove(index);
                body.add(index);
            }
        }
    }

    private static Set<String> keysOf(Side side) {
        Set<String> out = new HashSet<>();
        for (int index : side.body) {
            out.add(side.keys.get(index));
        }
        return out;
    }

    private boolean wholeBlock(Item item) {
        return item.block() >= 0
                && item.text().length()
                        == article.blocks().get(item.block()).text().length();
    }

    /** Whether a text of some length stands within a block of the body. */
    private boolean holds(String key) {
        return key.length() > 20
                && body.stream().anyMatch(index -> keys.get(index).contains(key));
    }
}
