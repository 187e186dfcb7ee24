package org.pressmark.compare;

import java.util.ArrayList;
import java.util.EnumSet;
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

    /** Shorter keys say too little to be told from chance. */
    private static final int TELLING = 12;

    private static final int SHORT_LINE = 80;

    /** So many paragraphs at most, and so many characters each, are taken for furniture by their place alone. */
    private static final int MOST_ABOVE = 2;

    private static final int LONGEST_ABOVE = 400;

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
        dropRepeats();
        dateline();
        above();
    }

    private void sort(int index, Block block) {
        BlockKind kind = block.kind();
        boolean text = kind.body() && kind != BlockKind.STANDFIRST && kind != BlockKind.CORRECTION_NOTE
                || kind == BlockKind.LISTING;
        boolean room = items.size() < MOST_ITEMS;
        List<Item> read = room ? reader.read(index, block, body.isEmpty()) : List.of();
        if (!read.isEmpty()) {
            read.forEach(this::add);
        } else if (block.text().isBlank()) {
            return;
        } else if (!text || kind == BlockKind.EMBED || reader.standing(block)) {
            if (kind != BlockKind.HEADLINE) {
                boilerplate.add(index);
            }
        } else {
            List<Item> head = room && body.isEmpty() ? reader.head(index, block.text(), headline()) : List.of();
            if (!head.isEmpty()) {
                head.forEach(this::add);
                skipped.put(index, head.get(head.size() - 1).end());
            }
            if (skipped.getOrDefault(index, 0) < block.text().length()) {
                body.add(index);
            }
        }
    }

    private void add(Item item) {
        if (items.stream()
                .noneMatch(there -> there.sort() == item.sort()
                        && there.key().equals(item.key())
                        && there.prefix().equals(item.prefix()))) {
            items.add(item);
        }
    }

    private String headline() {
        return article.headline()
                .map(field -> Keys.headline(field.value(), lexicon))
                .orElse("");
    }

    /** Headlines and captions that stand a second time, as text. */
    private void dropRepeats() {
        Set<String> shown = new HashSet<>();
        for (Item item : items) {
            boolean repeats = item.sort() == Sort.HEADLINE || item.sort() == Sort.CAPTION;
            if (repeats && item.key().length() >= TELLING) {
                shown.add(item.key().replace("\"", ""));
                if (wholeOf(item.block(), BlockKind.CAPTION)) {
                    shown.add(keys.get(item.block()));
                }
            }
        }
        for (int index : Set.copyOf(body)) {
            if (shown.contains(keys.get(index))) {
                body.remove(index);
                boilerplate.add(index);
            }
        }
    }

    private boolean wholeOf(int block, BlockKind kind) {
        return block >= 0 && article.blocks().get(block).kind() == kind;
    }

    /** The place before the dash of the first paragraph, unless the extraction has it as a block of its own. */
    private void dateline() {
        if (items.stream().anyMatch(item -> item.sort() == Sort.DATELINE)) {
            return;
        }
        int seen = 0;
        for (int index : body) {
            Block block = article.blocks().get(index);
            Optional<Dateline> found = block.kind() == BlockKind.PARAGRAPH || block.kind() == BlockKind.HEADING
                    ? Dateline.read(block.text(), seen == 0)
                    : Optional.empty();
            if (found.isPresent()) {
                skipped.put(index, found.get().end());
                reader.dateline(index, block.text(), found.get()).forEach(this::add);
                return;
            }
            if (block.text().length() < SHORT_LINE && block.text().strip().endsWith("\u2014")) {
                found = Dateline.alone(block.text());
                if (found.isPresent()) {
                    body.remove(index);
                    reader.dateline(index, block.text(), found.get()).forEach(this::add);
                    return;
                }
            }
            if (++seen == DATELINE_WITHIN) {
                return;
            }
        }
    }

    /**
     * What a text without mark-up has above its first words: between headline and byline stands the standfirst, between byline
     * and dateline a caption and the credit of its picture.
     */
    private void above() {
        int byline = firstBlock(EnumSet.of(Sort.BYLINE, Sort.TIMESTAMP, Sort.TEXT_CREDIT));
        furnish(0, byline, Sort.STANDFIRST);
        int dateline = firstBlock(EnumSet.of(Sort.DATELINE));
        furnish(byline + 1, dateline, Sort.CAPTION);
    }

    private int firstBlock(Set<Sort> sorts) {
        return items.stream()
                .filter(item -> item.block() >= 0 && sorts.contains(item.sort()))
                .mapToInt(Item::block)
                .min()
                .orElse(-1);
    }

    private void furnish(int from, int to, Sort sort) {
        if (to <= from) {
            return;
        }
        List<Integer> there = List.copyOf(body.subSet(from, to));
        boolean few = there.size() <= MOST_ABOVE && body.size() >= 3 * there.size();
        boolean lines = there.stream()
                .allMatch(index -> article.blocks().get(index).kind() == BlockKind.PARAGRAPH
                        && article.blocks().get(index).text().length() < LONGEST_ABOVE);
        if (few && lines) {
            for (int index : there) {
                String text = article.blocks().get(index).text();
                boolean credit = index != there.get(0) && !FurnitureWords.ends(text);
                body.remove(index);
                add(reader.whole(credit && sort == Sort.CAPTION ? Sort.PHOTO_CREDIT : sort, index, text));
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
