package org.pressmark.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jsoup.nodes.Element;

/**
 * What an element's class and id say, word by word: {@code article__featuredImage} is article, featured, image, and also
 * article-featured, featured-image and article-featured-image.
 */
final class Names {
    private static final int LONGEST = 600;
    private static final int PARTS = 24;
    private static final int MOST_OF_ID = 4;
    private static final Set<String> UNLIKE = Set.of("has", "with", "no", "without", "not", "hide", "show");

    private final Map<String, Set<String>> known = new HashMap<>();
    private final Map<Element, Set<String>> asked = new HashMap<>();
    private final IdentityHashMap<Set<String>, IdentityHashMap<Set<String>, Boolean>> meetings =
            new IdentityHashMap<>();

    /**
     * The words and runs of two and three words of an element's id and classes. An id of many words, and of a
     * heading that of more than one, is an anchor made from the words of the text, and says nothing.
     */
    Set<String> of(Element element) {
        Set<String> found = asked.get(element);
        if (found == null) {
            found = read(element);
            asked.put(element, found);
        }
        return found;
    }

    private Set<String> read(Element element) {
        Set<String> names = read(element.attr("class"));
        Set<String> id = anchor(element) ? Set.of() : read(element.id());
        if (id.isEmpty()) {
            return names;
        }
        if (names.isEmpty()) {
            return id;
        }
        Set<String> both = new HashSet<>(names);
        both.addAll(id);
        return both;
    }

    private static boolean anchor(Element element) {
        if (element.id().isEmpty()) {
            return false;
        }
        List<String> parts = parts(element.id());
        return parts.size() > (Tags.heading(element.normalName()) ? 1 : MOST_OF_ID);
    }

    /** True where a name of the element is on the list. Asked by many for few sets of names, so answers are remembered. */
    boolean has(Element element, Set<String> any) {
        Set<String> own = of(element);
        if (own.isEmpty()) {
            return false;
        }
        IdentityHashMap<Set<String>, Boolean> answers = meetings.computeIfAbsent(any, list -> new IdentityHashMap<>());
        Boolean answer = answers.get(own);
        if (answer == null) {
            answer = !Collections.disjoint(any, own);
            answers.put(own, answer);
        }
        return answer;
    }

    private Set<String> read(String attribute) {
        if (attribute.isEmpty()) {
            return Set.of();
        }
        Set<String> found = known.get(attribute);
        if (found == null) {
            found = split(attribute);
            known.put(attribute, found);
        }
        return found;
    }

    private static Set<String> split(String attribute) {
        Set<String> out = new HashSet<>();
        String text = attribute.length() > LONGEST ? attribute.substring(0, LONGEST) : attribute;
        boolean post = text.contains("hentry") || text.contains("type-post");
        for (StringTokenizer names = new StringTokenizer(text, " \t\r\n\f"); names.hasMoreTokens(); ) {
            String name = names.nextToken();
            // What an article is filed under says nothing about the element: "category-comment", "tag-newsletter".
            if (post && (name.startsWith("category-") || name.startsWith("tag-"))) {
                continue;
            }
            // A colon or bracket marks a styling utility, which speaks of looks and not of meaning.
            if (name.indexOf(':') >= 0 || name.indexOf('[') >= 0) {
                continue;
            }
            List<String> parts = parts(name);
            if (parts.isEmpty() || UNLIKE.contains(parts.get(0))) {
                continue;
            }
            int size = Math.min(parts.size(), PARTS);
            for (int i = 0; i < size; i++) {
                out.add(parts.get(i));
                if (i + 1 < size) {
                    out.add(parts.get(i) + "-" + parts.get(i + 1));
                }
                if (i + 2 < size) {
                    out.add(parts.get(i) + "-" + parts.get(i + 1) + "-" + parts.get(i + 2));
                }
            }
        }
        return out;
    }

    private static List<String> parts(String name) {
        List<String> out = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean border = i == name.length() || !Character.isLetterOrDigit(name.charAt(i));
            boolean hump = !border
                    && i > from
                    && Character.isUpperCase(name.charAt(i))
                    && Character.isLowerCase(name.charAt(i - 1));
            if (border || hump) {
                if (i > from) {
                    out.add(name.substring(from, i).toLowerCase(Locale.ROOT));
                }
                from = border ? i + 1 : i;
            }
        }
        return out;
    }
}
