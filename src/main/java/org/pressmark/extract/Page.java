package org.pressmark.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** One HTML page on the table: its source, its tree, its pieces, and questions about its elements, answered once. */
final class Page {
    private static final Set<String> NEVER = Lists.load("names-never");
    private static final Set<String> UNLIKELY = Lists.load("names-unlikely");
    private static final Set<String> ASIDE = Set.of("nav", "footer", "aside", "menu", "form");
    private static final Set<String> FRAME = Set.of("html", "body", "main", "article");

    private static final Set<String> CODE = Set.of("code", "highlight", "highlighter", "snippet", "sourcecode");

    /** How surely an element holds no article text. */
    enum Junk {
        NO,
        UNLIKELY,
        NEVER
    }

    final Source source;
    final Document document;
    final Index index;
    final Selectors selectors;
    final Facts facts;
    final Trace trace;
    final Names names = new Names();
    final Set<Element> cut = new HashSet<>();
    List<Piece> pieces = List.of();
    /** Which elements are teasers, as far as anyone has asked. */
    final Map<Element, Boolean> cards = new HashMap<>();

    private final Map<Element, Junk> junk = new HashMap<>();
    private final Map<Element, Junk> above = new HashMap<>();
    private final Map<Element, double[]> mass = new HashMap<>();
    private final Set<String> innocent = new HashSet<>();
    private double total;

    Page(Source source, Document document, Index index, Selectors selectors, Facts facts, Trace trace) {
        this.source = source;
        this.document = document;
        this.index = index;
        this.selectors = selectors;
        this.facts = facts;
        this.trace = trace;
    }

    /** True where the element lies in a part that was cut. */
    boolean isCut(Element element) {
        if (cut.isEmpty()) {
            return false;
        }
        for (Element at = element; at != null; at = at.parent()) {
            if (cut.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** Reads the pieces anew, after something was cut. */
    PieceReader.Reading readPieces(Sight sight) {
        PieceReader.Reading reading = PieceReader.read(source.text(), document.body(), cut::contains, sight);
        take(reading);
        return reading;
    }

    /** Goes on with these pieces. */
    void take(PieceReader.Reading reading) {
        pieces = reading.pieces();
        mass.clear();
        junk.clear();
        above.clear();
        innocent.clear();
        cards.clear();
        total = 0;
        for (Piece piece : pieces) {
            double weight = weight(piece);
            total += weight;
            if (weight > 0) {
                mass.computeIfAbsent(piece.element(), key -> new double[1])[0] += weight;
            }
        }
        sumUp(document, mass);
        acquit();
    }

    /** Gives each element what all below it have, in one walk. */
    static void sumUp(Document document, Map<Element, double[]> own) {
        document.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {}

            @Override
            public void tail(Node node, int depth) {
                double[] sum = own.get(node);
                Element parent = node.parent() instanceof Element above ? above : null;
                if (sum != null && parent != null) {
                    own.computeIfAbsent(parent, key -> new double[1])[0] += sum[0];
                }
            }
        });
    }

    /**
     * A name that stands over half of the page's running text means nothing on this page, whatever it means elsewhere: page
     * builders call every paragraph a widget.
     */
    private void acquit() {
        Map<String, Double> held = new HashMap<>();
        mass.forEach((element, weight) -> {
            for (String name : names.of(element)) {
                if ((NEVER.contains(name) || UNLIKELY.contains(name)) && outermost(element, name)) {
                    held.merge(name, weight[0], Double::sum);
                }
            }
        });
        held.forEach((name, weight) -> {
            if (weight > 0.5 * total) {
                innocent.add(name);
            }
        });
    }

    private boolean outermost(Element element, String name) {
        for (Element at = element.parent(); at != null && !at.nameIs("body"); at = at.parent()) {
            if (names.of(at).contains(name)) {
                return false;
            }
        }
        return !element.nameIs("body");
    }

    /** Words that look like running text. */
    static double weight(Piece piece) {
        if (piece.heading() || piece.picture() || piece.tag().equals("figcaption")) {
            return 0;
        }
        double density = piece.linkDensity();
        if (density > 0.4) {
            return 0;
        }
        int words = piece.words();
        boolean list = piece.tag().equals("li")
                || piece.tag().equals("td")
                || piece.tag().equals("dt");
        if (words >= 12 || words >= 6 && piece.sentence()) {
            return Math.min(words, 150) * (1 - density) * (list ? 0.5 : 1);
        }
        return 0;
    }

    /** An element's share of all running text on the page, 0 to 1. */
    double share(Element element) {
        double[] own = mass.get(element);
        return own == null || total == 0 ? 0 : own[0] / total;
    }

    double mass(Element element) {
        double[] own = mass.get(element);
        return own == null ? 0 : own[0];
    }

    Junk junk(Element element) {
        Junk found = junk.get(element);
        if (found == null) {
            found = judge(element);
            junk.put(element, found);
        }
        return found;
    }

    private Junk judge(Element element) {
        String tag = element.normalName();
        if (FRAME.contains(tag)) {
            return Junk.NO;
        }
        double share = share(element);
        boolean little = share < 0.5 || tag.equals("footer") && share < 0.9 && element.selectFirst("h1") == null;
        if (little && (ASIDE.contains(tag) || role(element))) {
            boolean never = any(names.of(element), NEVER);
            return !never && (tag.equals("form") || tag.equals("aside") || tag.equals("footer") && inArticle(element))
                    ? Junk.UNLIKELY
                    : Junk.NEVER;
        }
        if (!element.hasAttr("class") && !element.hasAttr("id")) {
            return Junk.NO;
        }
        Set<String> own = names.of(element);
        if (little && any(own, NEVER) && !listing(element)) {
            return Junk.NEVER;
        }
        // Headings are called header, title or bar as often as not.
        if (share < 0.3 && !Tags.heading(tag) && any(own, UNLIKELY)) {
            return Junk.UNLIKELY;
        }
        return Junk.NO;
    }

    /** True for the box round a listing, which may be called after its buttons: {@code code-toolbar}. */
    private boolean listing(Element element) {
        return names.has(element, CODE)
                && element.children().stream().anyMatch(child -> child.nameIs("pre") || child.nameIs("code"));
    }

    private static boolean inArticle(Element element) {
        return Tags.within(element, Set.of("article")) != null;
    }

    private static boolean role(Element element) {
        String role = element.attr("role");
        return role.equals("navigation")
                || role.equals("complementary")
                || role.equals("contentinfo")
                || role.equals("search")
                || role.equals("dialog")
                || role.equals("banner");
    }

    private boolean any(Set<String> own, Set<String> list) {
        for (String name : own) {
            if (list.contains(name) && !innocent.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** The worst judgement on the way from an element up to, but not including, another. */
    Junk junkBelow(Element element, Element top) {
        if (top instanceof Document) {
            return junkAbove(element);
        }
        Junk worst = Junk.NO;
        for (Element at = element; at != null && !at.equals(top); at = at.parent()) {
            if (at.nameIs("body") || at.nameIs("html")) {
                break;
            }
            worst = worse(worst, junk(at));
            if (worst == Junk.NEVER) {
                break;
            }
        }
        return worst;
    }

    /** The worst judgement on an element and all above it; asked so often that it is remembered. */
    private Junk junkAbove(Element element) {
        Junk known = above.get(element);
        if (known == null) {
            Element parent = element.parent();
            known = parent == null || element.nameIs("body") || element.nameIs("html")
                    ? Junk.NO
                    : worse(junk(element), junkAbove(parent));
            above.put(element, known);
        }
        return known;
    }

    private static Junk worse(Junk a, Junk b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
