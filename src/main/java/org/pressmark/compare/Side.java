package org.pressmark.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pressmark.compare.Item.Sort;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;

/** One article sorted for comparison: which blocks are body, which furniture, which belong to the page around it. */
final class Side {
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
        List<Item> read = reader.read(index, block, body.isEmpty());
        if (!read.isEmpty()) {
            for (Item item : read) {
                if (items.stream().noneMatch(there -> there.sort() == item.sort() && there.key().equals(item.key()) && there.prefix().equals(item.prefix()))) {
                    items.add(item);
                }
            }
        } else if (kind.body() && kind != BlockKind.STANDFIRST && kind != BlockKind.CORRECTION_NOTE) {
            boolean headlineAgain = kind == BlockKind.HEADING
                    && items.stream().anyMatch(item -> item.sort() == Sort.HEADLINE && item.key().replace("\"", "").equals(keys.get(index)));
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
        for (int index : body) {
            Block block = article.blocks().get(index);
            if (block.kind() == BlockKind.PARAGRAPH) {
                Dateline.read(block.text()).ifPresent(found -> {
                    skipped.put(index, found.end());
                    items.add(new Item(
                            Sort.DATELINE,
                            block.text().substring(found.start(), found.placeEnd()),
                            Keys.words(block.text().substring(found.start(), found.placeEnd()), lexicon),
                            "",
                            index,
                            found.start(),
                            found.placeEnd(),
                            true));
                });
                return;
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
            boolean known = items.stream().anyMatch(there -> there.sort() == item.sort() && there.key().equals(item.key()));
            if (index != null && movable && !known && !item.key().isEmpty()) {
                body.remove(index);
                skipped.remove(index);
                String text = article.blocks().get(index).text();
                items.add(new Item(item.sort(), text, item.key(), item.prefix(), index, 0, text.length(), true));
            }
        }
        for (int index : Set.copyOf(boilerplate)) {
            boolean bodyThere = keys.get(index).length() > 20 && other.body.stream().anyMatch(there -> other.keys.get(there).equals(keys.get(index)));
            if (bodyThere && body.stream().noneMatch(here -> keys.get(here).equals(keys.get(index)))) {
                boilerplate.remove(index);
                body.add(index);
            }
        }
    }
}
