package org.pressmark.extract;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What kind of place an element is for text. */
final class Tags {
    private static final int REACH = 6;
    private static final Set<String> OWN =
            Set.of("h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "figcaption", "blockquote", "dt", "dd", "summary");

    private Tags() {}

    /** {@code p h1–h6 li blockquote figcaption pre td dt dd div}: the nearest that says most. */
    static String of(Element element) {
        String own = element.normalName();
        Element at = element;
        for (int up = 0; up < REACH && at != null; up++) {
            String name = at.normalName();
            if (OWN.contains(name)) {
                return name;
            }
            if (name.equals("article") || name.equals("section") || name.equals("main") || name.equals("td")) {
                break;
            }
            at = at.parent();
        }
        return switch (own) {
            case "p", "td", "th" -> own;
            default -> "div";
        };
    }

    static boolean heading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    /** Heading level, or how many lists deep. */
    static int level(Element element, String tag) {
        if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))) {
            return tag.charAt(1) - '0';
        }
        if (!tag.equals("li")) {
            return 0;
        }
        int depth = 0;
        for (Element at = element; at != null && depth < 20; at = at.parent()) {
            if (at.nameIs("ul") || at.nameIs("ol")) {
                depth++;
            }
        }
        return Math.max(1, depth);
    }

    /** The nearest ancestor (or the element itself) with one of these names. */
    static @Nullable Element within(Element element, Set<String> names) {
        for (Element at = element; at != null; at = at.parent()) {
            if (names.contains(at.normalName())) {
                return at;
            }
        }
        return null;
    }

    /** True where {@code inner} lies in {@code outer} or is it. */
    static boolean inside(Element inner, Element outer) {
        for (Element at = inner; at != null; at = at.parent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** How an element is made: its tag and class within its parent's. */
    static String template(Element element) {
        Element parent = element.parent();
        return element.normalName() + "." + element.attr("class")
                + (parent == null ? "" : "<" + parent.normalName() + "." + parent.attr("class"));
    }

    /** True where two elements have one {@link #template}. */
    static boolean alike(Element a, Element b) {
        Element above = a.parent();
        Element other = b.parent();
        boolean bothAtTheTop = above == null && other == null;
        return made(a, b) && (bothAtTheTop || above != null && other != null && made(above, other));
    }

    private static boolean made(Element a, Element b) {
        return a.nameIs(b.normalName()) && a.attr("class").equals(b.attr("class"));
    }

    static boolean inSvg(Element element) {
        return within(element, Set.of("svg")) != null;
    }
}
