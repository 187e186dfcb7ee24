package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rule T3: between the same two neighbours one text has a word and the other a near-miss of it. Which of the two is the
 * error is told by how often each form stands anywhere in the group; a copy adds errors more often than it mends them.
 */
final class T3SharedErrors {
    private static final int MOST = 3;
    private static final int SHORTEST = 4;

    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();

    T3SharedErrors(Copies copies) {
        for (Copy copy : copies.all()) {
            copy.words().forEach(word -> uses.merge(word, 1, Integer::sum));
            new HashSet<>(copy.words()).forEach(word -> texts.merge(word, 1, Integer::sum));
        }
    }

    Optional<Signal> of(Copy child, Copy parent) {
        List<String> childs = new ArrayList<>();
        List<String> parents = new ArrayList<>();
        for (Map.Entry<Long, String> context : child.contexts().entrySet()) {
            String mine = context.getValue();
            String other = parent.contexts().getOrDefault(context.getKey(), "");
            if (nearMiss(mine, other)) {
                int polarity = polarity(mine, other);
                if (polarity > 0) {
                    childs.add(mine + "\" for \"" + other);
                } else if (polarity < 0) {
                    parents.add(other + "\" for \"" + mine);
                }
            }
        }
        int net = Math.max(-MOST, Math.min(MOST, childs.size() - parents.size()));
        if (net == 0) {
            return Optional.empty();
        }
        Copy holder = net > 0 ? child : parent;
        String words = holder.label() + " has what looks like a slip that the other has not: \""
                + (net > 0 ? childs : parents).get(0) + "\""
                + (Math.abs(net) > 1 ? ", and " + (Math.abs(net) - 1) + " more like it." : ".");
        return Optional.of(Signal.of("T3.slips", net, words));
    }

    /** Above 0 where the first form looks like the error, below 0 where the second does, 0 where nothing tells. */
    private int polarity(String first, String second) {
        int byTexts = Integer.compare(texts.getOrDefault(second, 0), texts.getOrDefault(first, 0));
        int byUses = Integer.compare(uses.getOrDefault(second, 0), uses.getOrDefault(first, 0));
        boolean once = Math.min(uses.getOrDefault(first, 0), uses.getOrDefault(second, 0)) <= 2;
        return byTexts != 0 && texts.size() > 0 && byTexts == byUses && once
                ? byTexts
                : byTexts == 0 && once ? byUses : 0;
    }

    /** One letter left out, added, changed, or two neighbours swapped, in a word of some length. */
    static boolean nearMiss(String a, String b) {
        if (a.length() < SHORTEST || b.length() < SHORTEST || a.equals(b) || Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        if (!a.chars().allMatch(Character::isLetter) || !b.chars().allMatch(Character::isLetter)) {
            return false;
        }
        int start = 0;
        while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.length(), b.length()) - start
                && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int leftA = a.length() - start - end;
        int leftB = b.length() - start - end;
        boolean swapped = leftA == 2
                && leftB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
        return swapped || Math.max(leftA, leftB) <= 1;
    }
}
