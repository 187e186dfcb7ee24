package org.pressmark.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Blanks out the line numbers beside listings: within the lines, in a column of their own, or in a cell before each line. They
 * are told by counting as the lines do, whatever the highlighter calls them.
 */
final class Gutters {
    private static final Evaluator CODE = Selector.evaluatorOf("pre, code, [class*=code]");
    private static final Set<String> NAMES = Set.of(
            "ln", "lnt", "lineno", "linenos", "line-number", "line-numbers", "linenumber", "linenumbers", "gutter");
    /** Behind the last line's number there may be one more line break. */
    private static final int SPARE = 1;

    private static final int ROWS = 3_000;
    /** Characters: more than the numbers of any listing's lines have. */
    private static final int LONGEST = 60_000;

    private Gutters() {}

    static void blank(Document document) {
        List<Element> found = new ArrayList<>();
        document.stream()
                .filter(element -> element.nameIs("pre") || element.nameIs("table"))
                .forEach(found::add);
        for (Element element : found) {
            if (element.nameIs("pre")) {
                within(element);
            } else {
                beside(rows(element));
            }
        }
    }

    /** {@code <span class="ln">1</span>first line}. */
    private static void within(Element pre) {
        Map<String, List<Element>> alike = new LinkedHashMap<>();
        int[] lines = {1};
        int[] other = {0};
        pre.forEachNode(node -> {
            if (node instanceof TextNode text) {
                String words = text.getWholeText();
                lines[0] += (int) words.chars().filter(c -> c == '\n').count();
                other[0] += (int) words.chars().filter(Character::isLetter).count();
            } else if (node instanceof Element element) {
                lines[0] += element.nameIs("br") || line(element) ? 1 : 0;
                if (number(element)) {
                    alike.computeIfAbsent(made(element), key -> new ArrayList<>())
                            .add(element);
                }
            }
        });
        for (List<Element> numbers : alike.values()) {
            Element first = numbers.get(0);
            boolean named = Elements.classed(first.attr("class"), NAMES)
                    || first.attr("style").contains("user-select");
            boolean each = numbers.size() > 1 && numbers.size() >= lines[0] - SPARE;
            if (other[0] > numbers.size() && (named || each) && counts(numbers)) {
                numbers.forEach(Gutters::silence);
            }
        }
    }

    /** True for a box round a line: directly in the listing. */
    private static boolean line(Element element) {
        Element parent = element.parent();
        return !Flow.INLINE.contains(element.normalName())
                && parent != null
                && (parent.nameIs("pre") || parent.nameIs("code"));
    }

    private static String made(Element element) {
        return element.normalName() + "." + element.attr("class") + "." + element.attr("style");
    }

    private static void beside(List<Element> rows) {
        if (rows.size() == 1) {
            column(rows.get(0));
        } else if (!rows.isEmpty() && rows.size() <= ROWS) {
            before(rows);
        }
    }

    /** One row, a cell with all numbers, a cell with all lines. */
    private static void column(Element row) {
        List<Element> cells = row.children();
        if (cells.size() == 2 && Codes.lineNumbers(spaced(cells.get(0)))) {
            silence(cells.get(0));
        }
    }

    /** Rows of two cells, a number and a line. */
    private static void before(List<Element> rows) {
        List<Element> numbers = new ArrayList<>();
        for (Element row : rows) {
            List<Element> cells = row.children();
            if (cells.size() != 2
                    || !Elements.atMost(cells.get(0), 1)
                    || !cells.get(1).is(CODE) && cells.get(1).selectFirst(CODE) == null) {
                return;
            }
            if (cells.get(0).hasText()) {
                numbers.add(cells.get(0));
            }
        }
        if (numbers.size() > 1 && counts(numbers)) {
            numbers.forEach(Gutters::silence);
        }
    }

    private static List<Element> rows(Element table) {
        List<Element> out = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.nameIs("tr")) {
                out.add(child);
            } else if (child.nameIs("tbody") || child.nameIs("thead")) {
                child.children().forEach(row -> out.add(row));
            }
        }
        return out;
    }

    private static boolean number(Element element) {
        if (element.childNodeSize() != 1 || !(element.childNode(0) instanceof TextNode text)) {
            return false;
        }
        String word = text.getWholeText().strip();
        return !word.isEmpty() && word.length() <= Codes.DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean counts(List<Element> numbers) {
        StringBuilder all = new StringBuilder();
        numbers.forEach(number -> all.append(number.text().strip()).append(' '));
        return Codes.lineNumbers(all.toString());
    }

    /** All text, a space between any two pieces of it. */
    private static String spaced(Element element) {
        StringBuilder out = new StringBuilder();
        element.forEachNode(node -> {
            if (node instanceof TextNode text && out.length() < LONGEST) {
                out.append(text.getWholeText()).append(' ');
            }
        });
        return out.toString();
    }

    private static void silence(Element element) {
        List<TextNode> all = new ArrayList<>();
        element.forEachNode((Node node) -> {
            if (node instanceof TextNode text) {
                all.add(text);
            }
        });
        all.forEach(text -> text.text(""));
    }
}
