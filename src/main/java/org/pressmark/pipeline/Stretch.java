package org.pressmark.pipeline;

import java.util.List;
import java.util.OptionalInt;
import org.pressmark.model.Version;

/**
 * Those of a page's texts that are wanted, by their numbers: nobody reads thousands at once, and each is compared.
 *
 * @param first from 1; past {@code last} where the page has no texts
 */
record Stretch(int first, int last) {

    /**
     * The last texts up to one.
     *
     * @param all how many texts the page has
     * @param until number of the last that is wanted; else the last of all
     * @param most texts that are wanted
     */
    static Stretch of(int all, OptionalInt until, int most) {
        int last = Math.min(all, Math.max(1, until.orElse(all)));
        return new Stretch(Math.max(1, last - most + 1), last);
    }

    /** The stretch's texts. */
    List<Version> of(List<Version> all) {
        return all.subList(first - 1, last);
    }

    /** The same, and the one before, which the first is set against. */
    List<Version> withTheOneBefore(List<Version> all) {
        return all.subList(Math.max(0, first - 2), last);
    }

    /**
     * Those of a page's captures that belong to the stretch, from the one that brought its first text to the last before the
     * text after it; of a page's first and last texts also what came before and after.
     *
     * @param captures or what is known of each, oldest first
     * @param numbers for each the number of its text, 0 where it holds none
     * @param all how many texts the page has
     */
    <T> List<T> of(List<T> captures, List<Integer> numbers, int all) {
        int from = 0;
        while (first > 1 && from < captures.size() && numbers.get(from) < first) {
            from++;
        }
        int to = last == all ? captures.size() : from;
        while (to < captures.size() && numbers.get(to) <= last) {
            to++;
        }
        return captures.subList(from, to);
    }
}
