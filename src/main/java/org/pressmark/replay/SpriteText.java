package org.pressmark.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Writes what is taken of a {@link Sprite} as a hidden {@code svg}. Only elements that draw are written, so that nothing in it
 * can act; in such a way that HTML and XML, in any encoding, read the same.
 */
final class SpriteText implements NodeFilter {
    /** What neither acts, nor moves, nor ends an {@code svg} within HTML. A link is a group to {@code use}. */
    private static final Set<String> DRAWING = Set.of(
            "svg",
            "g",
            "symbol",
            "defs",
            "use",
            "switch",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "textPath",
            "title",
            "desc",
            "image",
            "linearGradient",
            "radialGradient",
            "stop",
            "pattern",
            "clipPath",
            "mask",
            "marker",
            "filter",
            "feBlend",
            "feColorMatrix",
            "feComponentTransfer",
            "feComposite",
            "feConvolveMatrix",
            "feDiffuseLighting",
            "feDisplacementMap",
            "feDistantLight",
            "feDropShadow",
            "feFlood",
            "feFuncA",
            "feFuncB",
            "feFuncG",
            "feFuncR",
            "feGaussianBlur",
            "feImage",
            "feMerge",
            "feMergeNode",
            "feMorphology",
            "feOffset",
            "fePointLight",
            "feSpecularLighting",
            "feSpotLight",
            "feTile",
            "feTurbulence");

    private static final Set<String> WORDS = Set.of("text", "tspan", "textPath", "title", "desc");

    /** Within these, HTML's own rules hold again. */
    private static final Set<String> ONLY_WORDS = Set.of("title", "desc");

    /** Browsers give up on XML that is nested some hundred times. */
    private static final int DEEPEST = 100;

    private final Sprite sprite;
    private final int limit;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Element> open = new ArrayDeque<>();

    private SpriteText(Sprite sprite, int limit) {
        this.sprite = sprite;
        this.limit = limit;
    }

    /**
     * The text.
     *
     * @param limit characters that it may have
     * @return nothing where it would have more
     */
    static Optional<String> of(Sprite sprite, int limit) {
        SpriteText text = new SpriteText(sprite, limit);
        text.out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" style=\"position:absolute;width:0;height:0\""
                + " aria-hidden=\"true\"><defs>");
        var unused = sprite.root().filter(text);
        text.out.append("</defs></svg>");
        return text.out.length() > limit ? Optional.empty() : Optional.of(text.out.toString());
    }

    /** The name under which an element is written; empty text where it is not. */
    static String name(Element element) {
        String name = element.tagName();
        String local = name.startsWith("svg:") ? name.substring(4) : name;
        return local.equals("a") ? "g" : DRAWING.contains(local) ? local : "";
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (out.length() > limit) {
            return FilterResult.STOP;
        }
        Element parent = open.peek();
        if (node instanceof TextNode text && parent != null && WORDS.contains(name(parent))) {
            escape(text.getWholeText());
        }
        if (!(node instanceof Element element) || (parent == null && sprite.name(element) == null)) {
            return FilterResult.CONTINUE;
        }
        String name = name(element);
        boolean misplaced = open.size() == DEEPEST || (parent != null && ONLY_WORDS.contains(name(parent)));
        if (name.isEmpty() || misplaced) {
            return FilterResult.SKIP_ENTIRELY;
        }
        open.push(element);
        out.append('<').append(name);
        Set<String> written = new HashSet<>();
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().equals("xlink:href") ? "href" : attribute.getKey();
            sprite.written(element, attribute)
                    .filter(value -> written.add(key))
                    .ifPresent(value -> attribute(key, value));
        }
        String style = sprite.style(element);
        if (!style.isEmpty()) {
            attribute("style", style);
        }
        out.append('>');
        return FilterResult.CONTINUE;
    }

    private void attribute(String key, String value) {
        out.append(' ').append(key).append("=\"");
        escape(value);
        out.append('"');
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.equals(open.peek())) {
            out.append("</").append(name(open.pop())).append('>');
        }
        return FilterResult.CONTINUE;
    }

    /** In ASCII; characters that XML does not know are left out. */
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            if (c >= ' ' && c <= '~' && "&<>\"".indexOf(c) < 0) {
                out.append((char) c);
            } else if (c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !lone(c))) {
                out.append("&#").append(c).append(';');
            }
        });
    }

    private static boolean lone(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
