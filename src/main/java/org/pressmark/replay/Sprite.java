package org.pressmark.replay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.WebAddress;

/** A stored SVG file of which a page shows parts: which ones those are, with all that they refer to, under names of ours. */
final class Sprite {
    /** Bytes; longer files are left alone. */
    static final int LARGEST = 1 << 20;

    private static final Pattern REFERENCE = Pattern.compile("(?i)\\burl\\(([^()]{1,2000})\\)");

    /** Names that mean the same in HTML and XML, wherever they are written. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}|xml:space");

    private final Element root;
    private final WebAddress address;
    private final String prefix;
    private final SpriteStyle style = new SpriteStyle();
    private final Map<String, Element> byId = new HashMap<>();
    private final IdentityHashMap<Element, String> names = new IdentityHashMap<>();
    private final Set<Element> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Element> waiting = new ArrayDeque<>();

    private Sprite(Element root, WebAddress address, String prefix) {
        this.root = root;
        this.address = address;
        this.prefix = prefix;
        each(root, element -> {
            if (!element.id().isEmpty()) {
                byId.putIfAbsent(element.id(), element);
            }
            if (element.tagName().equals("style") && onScreen(element)) {
                style.add(element.wholeText());
            }
            return true;
        });
    }

    /**
     * Reads a file; entities that it declares are not looked up.
     *
     * @param prefix what the new ids begin with
     * @return nothing for what is too long or no SVG
     */
    static Optional<Sprite> read(ArchivedBytes file, WebAddress address, String prefix) {
        if (file.bytes().length > LARGEST) {
            return Optional.empty();
        }
        String text = SourceText.decode(file.bytes(), file.contentType()).text();
        Element root = Parser.xmlParser().parseInput(text, "").firstElementChild();
        return root == null || !SpriteText.name(root).equals("svg")
                ? Optional.empty()
                : Optional.of(new Sprite(root, address, prefix));
    }

    Element root() {
        return root;
    }

    /**
     * Takes an element, and what it refers to.
     *
     * @param fragment e.g. {@code #search}
     * @return its new id; nothing where there is no such element, or none that draws
     */
    Optional<String> take(String fragment) {
        Optional<String> name = named(fragment.substring(1));
        while (!waiting.isEmpty()) {
            each(waiting.remove(), element -> {
                boolean first = taken.add(element);
                if (first) {
                    element.attributes().forEach(attribute -> written(element, attribute));
                    var unused = style(element);
                }
                return first;
            });
        }
        return name;
    }

    /** The new id of an element that is referred to. */
    @Nullable
    String name(Element element) {
        return names.get(element);
    }

    /** An attribute's value as the page gets it, styles apart; nothing where it gets none. */
    Optional<String> written(Element element, Attribute attribute) {
        String key = attribute.getKey();
        String value = attribute.getValue();
        if (key.equals("id")) {
            return Optional.ofNullable(names.get(element));
        }
        if (key.equals("href") || (key.equals("xlink:href") && !element.hasAttr("href"))) {
            return leads(SpriteText.name(element), value.strip());
        }
        String name = key.toLowerCase(Locale.ROOT);
        boolean refused = !PLAIN_NAME.matcher(key).matches()
                || name.startsWith("on")
                || name.startsWith("data-")
                || Set.of("id", "href", "xmlns", "class", "style").contains(name);
        return refused ? Optional.empty() : Optional.of(value.indexOf('(') < 0 ? value : referring(value));
    }

    /** What a {@code style} attribute says, that which the file's style sheets say included; often empty text. */
    String style(Element element) {
        return referring(style.of(element));
    }

    private static boolean onScreen(Element sheet) {
        String media = sheet.attr("media").strip().toLowerCase(Locale.ROOT);
        return Set.of("", "all", "screen").contains(media);
    }

    /** Within the file to what was taken of it; pictures wherever they lie. */
    private Optional<String> leads(String element, String value) {
        Optional<String> id = local(value);
        if (id.isPresent()) {
            return named(id.get()).map(name -> "#" + name);
        }
        boolean picture = element.equals("image") || element.equals("feImage");
        boolean harmless = value.regionMatches(true, 0, "data:image/", 0, 11)
                || address.resolve(value).filter(WebAddress::fetchable).isPresent();
        return picture && harmless ? Optional.of(value) : Optional.empty();
    }

    private String referring(String value) {
        Matcher found = REFERENCE.matcher(value);
        return found.replaceAll(reference ->
                Matcher.quoteReplacement(local(bare(reference.group(1).strip()))
                        .flatMap(this::named)
                        .map(name -> "url(#" + name + ")")
                        .orElse(reference.group())));
    }

    private static String bare(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** The id that an address names in this very file. */
    private Optional<String> local(String reference) {
        if (reference.startsWith("#")) {
            return Optional.of(reference.substring(1));
        }
        return address.resolve(reference)
                .filter(target -> target.withoutFragment().equals(address.withoutFragment()))
                .map(WebAddress::fragment)
                .filter(fragment -> fragment.length() > 1)
                .map(fragment -> fragment.substring(1));
    }

    private Optional<String> named(String id) {
        Element element = byId.get(id);
        if (element == null) {
            element = byId.get(decoded(id));
        }
        if (element == null || SpriteText.name(element).isEmpty()) {
            return Optional.empty();
        }
        String known = names.get(element);
        if (known != null) {
            return Optional.of(known);
        }
        String name = prefix + names.size();
        names.put(element, name);
        waiting.add(element);
        return Optional.of(name);
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return id;
        }
    }

    /** Goes through an element and, where it is said so, what it holds, however deep. */
    private static void each(Element top, Predicate<Element> within) {
        var unused = top.filter((Node node, int depth) -> !(node instanceof Element element) || within.test(element)
                ? NodeFilter.FilterResult.CONTINUE
                : NodeFilter.FilterResult.SKIP_ENTIRELY);
    }
}
