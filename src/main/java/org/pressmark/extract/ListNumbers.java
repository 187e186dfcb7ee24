package org.pressmark.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.pressmark.model.Block;

/** Writes before an item of a numbered list the number that a browser shows there, which the source does not have. */
final class ListNumbers {
    private static final Set<String> UNNUMBERED = Lists.load("names-unnumbered");
    private static final Set<String> STYLES = Set.of("list-style:none", "list-style-type:none");
    private static final int LONGEST = 9;

    private final Page page;
    private final Map<Element, String> labels = new HashMap<>();
    private final Set<Element> told = new HashSet<>();

    ListNumbers(Page page) {
        this.page = page;
    }

    /** The piece with its number in front, where it is the first of an item that has one. */
    Piece numbered(Piece piece) {
        Element item = Tags.within(piece.element(), Set.of("li"));
        Element list = item == null ? null : item.parent();
        if (item == null || list == null || !list.nameIs("ol") || !shown(list) || !first(item)) {
            return piece;
        }
        if (told.add(list)) {
            count(list);
        }
        return Optional.ofNullable(labels.get(item))
                .map(label -> with(label + " ", piece))
                .orElse(piece);
    }

    /** True for the first piece of the item that asks. */
    private boolean first(Element item) {
        return told.add(item);
    }

    private boolean shown(Element list) {
        String style = list.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return STYLES.stream().noneMatch(style::contains) && !page.names.has(list, UNNUMBERED);
    }

    private void count(Element list) {
        List<Element> items =
                list.children().stream().filter(child -> child.nameIs("li")).toList();
        boolean down = list.hasAttr("reversed");
        int at = number(list.attr("start"), down ? items.size() : 1);
        for (Element item : items) {
            at = number(item.attr("value"), at);
            labels.put(item, label(at, list.attr("type")));
            at += down ? -1 : 1;
        }
    }

    private static int number(String written, int otherwise) {
        String digits = written.strip();
        boolean whole =
                !digits.isEmpty() && digits.length() < LONGEST && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole ? Integer.parseInt(digits) : otherwise;
    }

    private static String label(int number, String type) {
        boolean letter = number >= 1 && number <= 26;
        return switch (type) {
            case "a" -> letter ? (char) ('a' + number - 1) + "." : number + ".";
            case "A" -> letter ? (char) ('A' + number - 1) + "." : number + ".";
            default -> number + ".";
        };
    }

    private static Piece with(String label, Piece piece) {
        int shift = label.length();
        List<Block.Inline> inlines = piece.inlines().stream()
                .map(inline ->
                        new Block.Inline(inline.kind(), inline.start() + shift, inline.end() + shift, inline.target()))
                .toList();
        return new Piece(
                piece.element(),
                piece.tag(),
                label + piece.text(),
                inlines,
                piece.image(),
                piece.start(),
                piece.end(),
                piece.words(),
                piece.linked(),
                piece.level(),
                Spots.NONE);
    }
}
