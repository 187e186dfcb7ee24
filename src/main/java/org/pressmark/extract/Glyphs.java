package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Blanks out the names of icons. Where a font draws {@code <i class="material-icons">check_circle</i>} as a tick, the reader
 * sees no word; nor is the sign one that links a heading to itself, nor does one see the letters without meaning that other such fonts draw.
 */
final class Glyphs {
    private static final int LONGEST = 40;
    /** Words that classes of icons are made of, whoever wrote them. */
    private static final Set<String> ICON =
            Set.of("icon", "icons", "ico", "glyph", "glyphs", "symbol", "symbols", "liga", "ligature", "ligatures");

    /** What leads from a heading to its own address. */
    private static final Set<String> SIGNS = Set.of("#", "¶", "§", "\uD83D\uDD17", "⚓");

    private static final Set<String> CODE = Set.of("code", "pre", "kbd", "samp", "tt", "var");
    /** What a page that draws its icons by name says of its fonts. */
    private static final List<String> FONTS =
            List.of("material icons", "material+icons", "material-icons", "material symbols", "material+symbols");

    private final Document document;
    private final List<TextNode> found = new ArrayList<>();
    private boolean asked;
    private boolean drawn;

    private Glyphs(Document document) {
        this.document = document;
    }

    /** Puts a space in place of each, so that the words round it stay apart. */
    static void blank(Document document) {
        Glyphs glyphs = new Glyphs(document);
        document.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                Node parent = node.parent();
                if (node instanceof TextNode words && parent instanceof Element element) {
                    glyphs.look(element, words);
                }
            }

            @Override
            public void tail(Node node, int depth) {}
        });
        glyphs.found.forEach(words -> words.text(" "));
    }

    private void look(Element element, TextNode words) {
        String raw = words.getWholeText();
        if (element.nameIs("a") && element.attr("href").startsWith("#") && raw.length() < LONGEST) {
            String sign = Text.tidy(raw);
            if (sign.length() <= 2 && SIGNS.contains(sign) && heading(element)) {
                found.add(words);
            }
            return;
        }
        if (element.childNodeSize() != 1 || raw.length() > 3 * LONGEST) {
            return;
        }
        String word = Text.tidy(raw);
        if (word.isEmpty() || word.length() > LONGEST) {
            return;
        }
        boolean inline = element.nameIs("i") || element.nameIs("span") || element.nameIs("em") || element.nameIs("b");
        if (inline && word.chars().allMatch(c -> Character.getType(c) == Character.PRIVATE_USE)
                || name(word) && icon(element, inline, word.indexOf('_') > 0)) {
            found.add(words);
        }
    }

    private static boolean heading(Element element) {
        Element parent = element.parent();
        return parent != null && Tags.heading(parent.normalName());
    }

    /** {@code check_circle}, {@code menu}, {@code 3d_rotation}. */
    private static boolean name(String word) {
        boolean letter = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean small = c >= 'a' && c <= 'z';
            letter |= small;
            if (!small && !(c >= '0' && c <= '9') && (c != '_' || i == 0)) {
                return false;
            }
        }
        return letter;
    }

    /** By a font's class or name; a word that no prose has needs less to be known for an icon's name. */
    private boolean icon(Element element, boolean inline, boolean snake) {
        boolean own = element.normalName().endsWith("-icon");
        boolean slanted = element.nameIs("i") || own;
        if (own || font(element.attr("style"))) {
            return true;
        }
        boolean called = false;
        for (String name : element.attr("class").toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (name.startsWith("material-icon") || name.startsWith("material-symbol")) {
                return true;
            }
            for (String part : name.split("[^a-z0-9]+", -1)) {
                called |= ICON.contains(part);
            }
            called |= name.equals("notranslate") && slanted;
        }
        boolean hidden = element.attr("aria-hidden").equalsIgnoreCase("true") && inline;
        if (called || hidden) {
            return snake || slanted;
        }
        return snake && inline && drawn() && Tags.within(element, CODE) == null;
    }

    private static boolean font(String said) {
        if (said.isEmpty()) {
            return false;
        }
        String flat = Text.lower(said);
        return FONTS.stream().anyMatch(flat::contains);
    }

    /** True where the page fetches or names a font of icons; asked for few pages. */
    private boolean drawn() {
        if (!asked) {
            asked = true;
            drawn = document.head().select("link[href]").stream().anyMatch(link -> font(link.attr("href")))
                    || document.select("style").stream().anyMatch(style -> font(style.data()));
        }
        return drawn;
    }
}
