package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.pressmark.report.ComparisonPage.Part;
import org.pressmark.report.VersionsPage.Way;

/**
 * Some of many changes, in the order of the report: no browser bears a page of thirty thousand.
 *
 * @param number from 1
 * @param first place of the first of them among all, from 0
 * @param end place behind the last
 * @param all how many there are
 */
record ChangePart(int number, int first, int end, int all) {
    /** So many stand on one page. */
    static final int MOST = 500;

    /** The part asked for, or the nearest that there is. */
    static ChangePart of(int asked, int all) {
        int number = Math.max(1, Math.min(asked, parts(all)));
        return new ChangePart(number, (number - 1) * MOST, Math.min(all, number * MOST), all);
    }

    private static int parts(int all) {
        return Math.max(1, (all + MOST - 1) / MOST);
    }

    boolean whole() {
        return all <= MOST;
    }

    <T> List<T> of(List<T> everything) {
        return everything.subList(first, end);
    }

    /**
     * Which part it is, and the ways to the others; empty where it is all.
     *
     * @param noun what there are many of, e.g. {@code Changes}
     * @param href address of a part by its number; none for a file that stands alone
     */
    Optional<Part> words(String noun, Optional<IntFunction<String>> href) {
        if (whole()) {
            return Optional.empty();
        }
        String here = noun + " " + Words.number(first + 1) + " to " + Words.number(end) + " of " + Words.number(all)
                + ", the gravest first.";
        if (href.isEmpty()) {
            return Optional.of(new Part(
                    here + " A browser would not bear more: --json and --markdown name all of them, --only and"
                            + " --min-severity choose which.",
                    List.of()));
        }
        List<Way> ways = new ArrayList<>();
        if (number > 1) {
            ways.add(new Way("Graver ones", "prev", href.get().apply(number - 1)));
        }
        if (number < parts(all)) {
            ways.add(new Way("Further ones", "next", href.get().apply(number + 1)));
        }
        return Optional.of(new Part(here, ways));
    }
}
