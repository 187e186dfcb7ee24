package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/**
 * The elements of a document that say something by their mark-up: those with an attribute, and some by their name alone. A
 * dozen readers look for few of them; the rest, most of a large page, is walked through once.
 */
final class Index {
    private static final Set<String> NAMED = Set.of("title", "time", "script", "noscript");

    private final Document document;
    private final List<Element> telling = new ArrayList<>();

    Index(Document document) {
        this.document = document;
        document.stream()
                .filter(element -> element.attributesSize() > 0 || NAMED.contains(element.normalName()))
                .forEach(telling::add);
    }

    /**
     * In page order.
     *
     * @param wanted asks for an attribute, or for one of the names
     */
    List<Element> select(Evaluator wanted) {
        List<Element> out = new ArrayList<>();
        for (Element element : telling) {
            if (wanted.matches(document, element)) {
                out.add(element);
            }
        }
        return out;
    }

    Optional<Element> first(Evaluator wanted) {
        return telling.stream()
                .filter(element -> wanted.matches(document, element))
                .findFirst();
    }
}
