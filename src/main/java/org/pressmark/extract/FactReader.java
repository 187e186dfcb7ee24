package org.pressmark.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** Collects what a page says of itself in its head and its mark-up: meta, link, JSON-LD, microdata, title. */
final class FactReader {
    private static final int MOST_SCRIPTS = 60;
    private static final int MOST_ELEMENTS = 1_500;
    private static final Evaluator TITLE = Selector.evaluatorOf("title");
    private static final Evaluator META = Selector.evaluatorOf("meta[content]");
    private static final Evaluator LINK = Selector.evaluatorOf("link[rel][href], a[rel~=license]");
    private static final Evaluator ITEM = Selector.evaluatorOf("[itemprop]");
    private static final Evaluator LD = Selector.evaluatorOf("script[type*=ld+json]");
    private static final Set<String> LINKS = Set.of(
            "canonical",
            "amphtml",
            "license",
            "syndication-source",
            "original-source",
            "shortlink",
            "author",
            "alternate");
    private static final Set<String> ADDRESSES = Set.of(
            "og:url",
            "og:image",
            "og:see_also",
            "syndication-source",
            "original-source",
            "twitter:url",
            "twitter:image",
            "parsely-link",
            "article:publisher");
    private static final List<String> LEAVES = List.of(
            "headline",
            "name",
            "alternativeHeadline",
            "description",
            "datePublished",
            "dateCreated",
            "dateModified",
            "uploadDate",
            "url",
            "mainEntityOfPage",
            "isBasedOn",
            "isBasedOnUrl",
            "creditText",
            "copyrightNotice",
            "license",
            "inLanguage",
            "articleSection",
            "isAccessibleForFree",
            "articleBody",
            "thumbnailUrl",
            "dateline",
            "citation");
    private static final List<String> NAMED = List.of(
            "author",
            "creator",
            "publisher",
            "sourceOrganization",
            "copyrightHolder",
            "provider",
            "contributor",
            "editor",
            "isBasedOn",
            "mainEntityOfPage",
            "isPartOf",
            "image",
            "citation");
    private static final Set<String> MUTE = Set.of(
            "viewport",
            "theme-color",
            "generator",
            "csrf-token",
            "csrf-param",
            "format-detection",
            "handheldfriendly",
            "mobileoptimized",
            "google-site-verification",
            "msvalidate.01",
            "yandex-verification",
            "p:domain_verify",
            "apple-mobile-web-app-capable",
            "apple-mobile-web-app-status-bar-style",
            "msapplication-tilecolor",
            "msapplication-tileimage",
            "referrer",
            "color-scheme");
    private static final Set<String> ITEMS = Set.of(
            "headline",
            "author",
            "datePublished",
            "dateModified",
            "dateCreated",
            "articleBody",
            "description",
            "publisher",
            "name",
            "creator",
            "alternativeHeadline");

    private final Source source;
    private final Document document;
    private final Index index;
    private final Selectors selectors;
    private final Facts facts = new Facts();
    private final Map<String, Ld.Thing> byId = new HashMap<>();

    private FactReader(Source source, Document document, Index index, Selectors selectors) {
        this.source = source;
        this.document = document;
        this.index = index;
        this.selectors = selectors;
    }

    static Facts read(Source source, Document document, Index index, Selectors selectors) {
        FactReader reader = new FactReader(source, document, index, selectors);
        reader.title();
        reader.metas();
        reader.links();
        reader.scripts();
        return reader.facts;
    }

    private void title() {
        index.first(TITLE)
                .filter(title -> !Tags.inSvg(title))
                .ifPresent(title -> put("title", Text.tidy(title.text()), title.text(), inner(title)));
    }

    private static List<Element> some(List<Element> elements) {
        return elements.subList(0, Math.min(elements.size(), MOST_ELEMENTS));
    }

    private void metas() {
        for (Element meta : some(index.select(META))) {
            String name = meta.hasAttr("property")
                    ? meta.attr("property")
                    : meta.hasAttr("name")
                            ? meta.attr("name")
                            : meta.hasAttr("itemprop") ? "itemprop." + meta.attr("itemprop") : "";
            name = Text.lower(name.strip());
            String content = meta.attr("content");
            if (name.isEmpty() || content.isBlank() || name.length() > 80 || MUTE.contains(name)) {
                continue;
            }
            String rule = name.startsWith("itemprop.") ? "microdata." + meta.attr("itemprop") : "meta." + name;
            String value =
                    ADDRESSES.contains(name) ? Addresses.absolute(document.baseUri(), content) : Text.tidy(content);
            put(rule, value, content, attribute(meta, "content"));
        }
    }

    private void links() {
        for (Element link : some(index.select(LINK))) {
            for (String rel : Text.lower(link.attr("rel")).split("\\s+", -1)) {
                if (LINKS.contains(rel) && !(rel.equals("alternate") && !link.hasAttr("hreflang"))) {
                    String href = link.attr("href");
                    put("link." + rel, Addresses.absolute(document.baseUri(), href), href, attribute(link, "href"));
                }
            }
        }
    }

    /** What is marked with itemprop in the visible page, the given parts (comments) left out. */
    static void microdata(Facts facts, Source source, Index index, Selectors selectors, Set<Element> cut) {
        for (Element item : some(index.select(ITEM))) {
            String tag = item.normalName();
            if (tag.equals("meta") || tag.equals("link") || inAny(item, cut)) {
                continue;
            }
            for (String name : item.attr("itemprop").split("\\s+", -1)) {
                if (ITEMS.contains(name)) {
                    String attribute = tag.equals("time") ? item.attr("datetime") : item.attr("content");
                    String exact = attribute.isBlank() ? item.text() : attribute;
                    String rule = name.equals("name") ? "microdata." + owner(item) + "name" : "microdata." + name;
                    String value = Text.tidy(exact);
                    if (!value.isEmpty()) {
                        Range range = item.sourceRange();
                        facts.add(new Field(
                                value,
                                exact,
                                source.place(range.startPos(), range.endPos(), selectors.of(item)),
                                rule));
                    }
                }
            }
        }
    }

    private static String owner(Element item) {
        for (Element at = item.parent(); at != null; at = at.parent()) {
            if (at.hasAttr("itemprop")) {
                return at.attr("itemprop") + ".";
            }
            if (at.hasAttr("itemscope")) {
                return "";
            }
        }
        return "";
    }

    private static boolean inAny(Element element, Set<Element> cut) {
        for (Element at = element; at != null; at = at.parent()) {
            if (cut.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private void scripts() {
        int count = 0;
        Map<Ld.Thing, Integer> roots = new java.util.LinkedHashMap<>();
        for (Element script : index.select(LD)) {
            for (Node node : script.childNodes()) {
                Range range = node.sourceRange();
                if (node instanceof DataNode && range.isTracked() && count < MOST_SCRIPTS) {
                    count++;
                    for (Ld.Thing thing : JsonLd.read(source, range.startPos(), range.endPos(), selectors.of(script))) {
                        roots.put(thing, 0);
                        index(thing, 0);
                    }
                }
            }
        }
        Set<Ld.Thing> told = new HashSet<>();
        roots.keySet().forEach(thing -> things(thing, told, 0));
    }

    private void index(Ld.Thing thing, int depth) {
        thing.leaf("@id")
                .ifPresent(id ->
                        byId.merge(id.value(), thing, (a, b) -> a.properties.size() >= b.properties.size() ? a : b));
        if (depth < 8) {
            for (List<Ld> values : thing.properties.values()) {
                for (Ld value : values) {
                    if (value instanceof Ld.Thing inner) {
                        index(inner, depth + 1);
                    }
                }
            }
        }
    }

    private void things(Ld.Thing thing, Set<Ld.Thing> told, int depth) {
        if (depth > 4 || !told.add(thing)) {
            return;
        }
        for (String name :
                List.of("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed", "liveBlogUpdate")) {
            for (Ld value : thing.all(name)) {
                if (value instanceof Ld.Thing inner && !name.equals("hasPart") && !name.equals("liveBlogUpdate")) {
                    things(inner, told, depth + 1);
                }
            }
        }
        if (thing.type(FactReader::article)) {
            tell("json-ld.", thing);
            thing.all("liveBlogUpdate").forEach(this::update);
        } else if (thing.type(type -> type.endsWith("WebPage")
                || type.endsWith("Recipe")
                || type.endsWith("VideoObject")
                || type.endsWith("Product"))) {
            tell("json-ld.page.", thing);
        } else if (thing.type(type -> type.endsWith("WebSite") || type.endsWith("Organization"))) {
            thing.leaf("name").ifPresent(name -> put("json-ld.site.name", name));
        } else if (thing.type(type -> type.equals("Person"))) {
            thing.leaf("name").ifPresent(name -> put("json-ld.person.name", name));
        }
    }

    /** An entry of a live blog: its time and its first words. */
    private void update(Ld entry) {
        if (entry instanceof Ld.Thing thing) {
            thing.leaf("datePublished").ifPresent(time -> put("json-ld.liveBlogUpdate.datePublished", time));
            thing.leaf("headline").ifPresent(words -> put("json-ld.liveBlogUpdate.headline", words));
        }
    }

    private static boolean article(String type) {
        return type.endsWith("Article")
                || type.endsWith("BlogPosting")
                || type.endsWith("Posting")
                || type.endsWith("Report")
                || type.endsWith("Review")
                || type.endsWith("Reportage");
    }

    private void tell(String prefix, Ld.Thing thing) {
        thing.leaf("@type").ifPresent(type -> put(prefix + "type", type));
        for (String name : LEAVES) {
            for (Ld value : thing.all(name)) {
                if (value instanceof Ld.Leaf leaf) {
                    boolean address = name.equals("image")
                            || name.equals("thumbnailUrl")
                            || name.equals("isBasedOn")
                            || name.equals("isBasedOnUrl")
                            || name.equals("url")
                            || name.equals("mainEntityOfPage");
                    String text = address ? Addresses.absolute(document.baseUri(), leaf.value()) : leaf.value();
                    put(prefix + name, Text.tidy(text), leaf.exact(), leaf.place());
                }
            }
        }
        for (String name : NAMED) {
            for (Ld value : thing.all(name)) {
                named(prefix + name, value);
            }
        }
    }

    private void named(String rule, Ld value) {
        if (value instanceof Ld.Leaf leaf) {
            if (rule.endsWith("image")) {
                put(rule, Addresses.absolute(document.baseUri(), leaf.value()), leaf.exact(), leaf.place());
            } else if (!LEAVES.contains(rule.substring(rule.lastIndexOf('.') + 1))) {
                put(rule, leaf);
            }
            return;
        }
        Ld.Thing thing = (Ld.Thing) value;
        Ld.Thing full = thing.leaf("name").isPresent()
                ? thing
                : thing.leaf("@id")
                        .map(id -> byId.getOrDefault(id.value(), thing))
                        .orElse(thing);
        boolean work = rule.endsWith("isBasedOn")
                || rule.endsWith("mainEntityOfPage")
                || rule.endsWith("citation")
                || rule.endsWith("isPartOf");
        if (work) {
            full.leaf("url")
                    .or(() -> full.leaf("@id"))
                    .ifPresent(url ->
                            put(rule, Addresses.absolute(document.baseUri(), url.value()), url.exact(), url.place()));
        } else if (rule.endsWith("image")) {
            full.leaf("url")
                    .ifPresent(url ->
                            put(rule, Addresses.absolute(document.baseUri(), url.value()), url.exact(), url.place()));
            full.leaf("creditText").ifPresent(credit -> put(rule + ".creditText", credit));
        } else {
            for (Ld name : full.all("name")) {
                if (name instanceof Ld.Leaf leaf) {
                    put(rule, leaf);
                }
            }
        }
    }

    private void put(String rule, Ld.Leaf leaf) {
        put(rule, Text.tidy(leaf.value()), leaf.exact(), leaf.place());
    }

    private void put(String rule, String value, String exact, Place place) {
        if (!value.isEmpty()) {
            facts.add(new Field(value, exact, place, rule));
        }
    }

    private Place attribute(Element element, String name) {
        Range range = element.attributes().sourceRange(name).valueRange();
        Range used = range.isTracked() ? range : element.sourceRange();
        return used.isTracked() ? source.place(used.startPos(), used.endPos(), selectors.of(element)) : Place.NONE;
    }

    private Place inner(Element element) {
        Range range = element.childNodeSize() > 0 ? element.childNode(0).sourceRange() : element.sourceRange();
        return range.isTracked() ? source.place(range.startPos(), range.endPos(), selectors.of(element)) : Place.NONE;
    }
}
