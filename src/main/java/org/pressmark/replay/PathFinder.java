package org.pressmark.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Finds the elements that places name, e.g. {@code body > article:nth-of-type(1) > p:nth-of-type(9000)}. A selector that is
 * looked up by itself goes through the whole document, and counts all siblings at each of them; here each parent is found
 * and its children counted once.
 */
final class PathFinder {
    private static final Pattern STEP = Pattern.compile("(.+) > ([a-z0-9_-]+):nth-of-type\\(([0-9]{1,8})\\)");

    private final Document document;
    private final Map<String, Optional<Element>> parents = new HashMap<>();
    private final Map<Element, Map<String, List<Element>>> children = new HashMap<>();

    PathFinder(Document document) {
        this.document = document;
    }

    /** The element; empty for no selector, and for one that names nothing. */
    Optional<Element> find(String selector) {
        Matcher step = STEP.matcher(selector);
        if (!step.matches()) {
            return select(selector);
        }
        String parent = step.group(1);
        Optional<Element> within = parents.get(parent);
        if (within == null) {
            within = find(parent);
            parents.put(parent, within);
        }
        int number = Integer.parseInt(step.group(3));
        List<Element> alike =
                within.map(element -> named(element, step.group(2))).orElse(List.of());
        return number >= 1 && number <= alike.size() ? Optional.of(alike.get(number - 1)) : Optional.empty();
    }

    private List<Element> named(Element parent, String name) {
        return children.computeIfAbsent(
                        parent,
                        element -> element.children().stream().collect(Collectors.groupingBy(Element::normalName)))
                .getOrDefault(name, List.of());
    }

    private Optional<Element> select(String selector) {
        try {
            return selector.isEmpty() ? Optional.empty() : Optional.ofNullable(document.selectFirst(selector));
        } catch (Selector.SelectorParseException unreadable) {
            return Optional.empty();
        }
    }
}
