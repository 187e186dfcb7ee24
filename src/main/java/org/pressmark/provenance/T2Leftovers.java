package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.text.Folded;

/** Rule T2: what only a copier can carry: the other site's name left in the text, and what an editor set in brackets. */
final class T2Leftovers {
    private static final int SHORTEST_NAME = 6;
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]{8,300})\\]");

    private T2Leftovers() {}

    static List<Signal> of(Copy child, Copy parent) {
        List<Signal> out = new ArrayList<>();
        siteName(child, parent)
                .ifPresent(name -> out.add(Signal.of(
                        "T2.name",
                        1,
                        "The text on " + child.label() + " still has the name of the other site in it: \"" + name
                                + "\".")));
        siteName(parent, child)
                .ifPresent(name -> out.add(Signal.of(
                        "T2.name",
                        -1,
                        "The text on " + parent.label() + " has the name of " + child.label() + " in it: \"" + name
                                + "\".")));
        Set<String> added = new LinkedHashSet<>(child.brackets());
        added.removeAll(parent.brackets());
        Set<String> lost = new LinkedHashSet<>(parent.brackets());
        lost.removeAll(child.brackets());
        if (!added.isEmpty() && lost.isEmpty()) {
            out.add(Signal.of(
                    "T2.bracket",
                    1,
                    "Only " + child.label() + " has the bracketed words \"["
                            + Words.cut(added.iterator().next()) + "]\", an editor's addition."));
        } else if (!lost.isEmpty() && added.isEmpty()) {
            out.add(Signal.of(
                    "T2.bracket",
                    -1,
                    "Only " + parent.label() + " has the bracketed words \"["
                            + Words.cut(lost.iterator().next()) + "]\", an editor's addition that the other lacks."));
        }
        return out;
    }

    /** The other's site name as it stands among the first one's words, where the first is not itself that site. */
    private static Optional<String> siteName(Copy text, Copy other) {
        for (String name : other.siteNames()) {
            if (name.length() >= SHORTEST_NAME && !text.siteNames().contains(name)) {
                Optional<String> found = runOf(text, name);
                if (found.isPresent() && runOf(other, name).isEmpty()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Words that, set together, make the name. */
    private static Optional<String> runOf(Copy copy, String name) {
        List<String> letters = copy.letters();
        for (int i = 0; i < letters.size(); i++) {
            if (!name.startsWith(letters.get(i))) {
                continue;
            }
            StringBuilder run = new StringBuilder();
            for (int j = i; j < Math.min(letters.size(), i + 6) && run.length() < name.length(); j++) {
                run.append(letters.get(j));
                if (run.toString().equals(name)) {
                    return Optional.of(String.join(" ", copy.words().subList(i, j + 1)));
                }
            }
        }
        return Optional.empty();
    }

    /** What of a word can stand in a name; for a word without any of it something that no name begins with. */
    static String letters(String word) {
        StringBuilder out = new StringBuilder();
        word.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.length() == 0 ? "\u0000" : out.toString();
    }

    /** What stands in square brackets and is more than one word, each once. */
    static Set<String> bracketsIn(String body) {
        Set<String> out = new LinkedHashSet<>();
        if (body.indexOf('[') < 0) {
            return out;
        }
        Matcher found = BRACKETS.matcher(Folded.fold(body));
        while (found.find() && out.size() < 50) {
            if (found.group(1).indexOf(' ') > 0) {
                out.add(found.group(1));
            }
        }
        return out;
    }
}
