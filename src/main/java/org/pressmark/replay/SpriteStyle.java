package org.pressmark.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The style sheets within an SVG file. A browser that shows a part of the file lets them reach it, and the page's own not; put
 * into the page they would reach all of it. So each element is told by itself what the plain rules ({@code path}, {@code .a},
 * {@code #b}, {@code path.a}), which drawing programs write, say of it.
 */
final class SpriteStyle {
    private static final int MOST_RULES = 500;
    private static final int MOST_ALIKE = 16;
    private static final int MOST_CLASSES = 16;

    /** Characters that the rules say of one element. */
    private static final int LONGEST = 4096;

    private static final Pattern PLAIN = Pattern.compile("(\\*|[A-Za-z]{0,40})([.#][\\w-]{1,200})?");

    /**
     * What is said of all elements of a kind.
     *
     * @param weight of its selector; more is stronger
     * @param place among all, for those that weigh the same
     */
    private record Rule(int weight, int place, String declarations) {}

    private final Map<String, List<Rule>> rules = new HashMap<>();
    private int count;

    /** Reads one more sheet, after those before it. */
    void add(String sheet) {
        String css = withoutComments(sheet);
        int at = 0;
        for (int open = css.indexOf('{'); open >= 0 && count < MOST_RULES; open = css.indexOf('{', at)) {
            String before = css.substring(at, open);
            String selectors = before.substring(before.lastIndexOf(';') + 1);
            at = end(css, open);
            if (selectors.indexOf('@') < 0 && at <= css.length()) {
                rule(
                        selectors,
                        css.substring(open + 1, Math.max(open + 1, at - 1)).strip());
            }
        }
    }

    private void rule(String selectors, String declarations) {
        for (String selector : selectors.split(",", MOST_RULES)) {
            Matcher plain = PLAIN.matcher(selector.strip());
            if (plain.matches() && !selector.isBlank()) {
                String more = plain.group(2) == null ? "" : plain.group(2);
                int weight = (plain.group(1).matches("[A-Za-z]+") ? 1 : 0)
                        + (more.startsWith("#") ? 4 : more.startsWith(".") ? 2 : 0);
                String key = plain.group(1).equals("*") && !more.isEmpty() ? more : plain.group();
                List<Rule> alike = rules.computeIfAbsent(key, any -> new ArrayList<>());
                if (alike.size() < MOST_ALIKE) {
                    alike.add(new Rule(weight, count++, declarations));
                }
            }
        }
    }

    /** What the rules say of an element and then what it says itself, as in a {@code style} attribute; often empty text. */
    String of(Element element) {
        if (rules.isEmpty()) {
            return element.attr("style");
        }
        List<Rule> said = new ArrayList<>(rules.getOrDefault("*", List.of()));
        String name = element.tagName();
        said.addAll(rules.getOrDefault(name, List.of()));
        List<String> more = new ArrayList<>(List.of("#" + element.id()));
        element.classNames().stream().limit(MOST_CLASSES).forEach(one -> more.add("." + one));
        for (String one : more) {
            said.addAll(rules.getOrDefault(one, List.of()));
            said.addAll(rules.getOrDefault(name + one, List.of()));
        }
        said.sort(Comparator.comparingInt(Rule::weight).thenComparingInt(Rule::place));
        StringBuilder style = new StringBuilder();
        for (Rule rule : said) {
            if (style.length() + rule.declarations().length() < LONGEST) {
                style.append(rule.declarations()).append(rule.declarations().endsWith(";") ? "" : ";");
            }
        }
        return style.append(element.attr("style")).toString();
    }

    /** One past the brace that closes a block; behind the text's end where there is none. */
    private static int end(String css, int open) {
        int depth = 0;
        for (int i = open; i < css.length(); i++) {
            depth += css.charAt(i) == '{' ? 1 : css.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return css.length() + 1;
    }

    private static String withoutComments(String css) {
        StringBuilder out = new StringBuilder(css.length());
        int at = 0;
        for (int open = css.indexOf("/*"); open >= 0; open = css.indexOf("/*", at)) {
            out.append(css, at, open).append(' ');
            int close = css.indexOf("*/", open + 2);
            at = close < 0 ? css.length() : close + 2;
        }
        return out.append(css, at, css.length()).toString();
    }
}
