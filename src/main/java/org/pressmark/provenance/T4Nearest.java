package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Similarity;

/**
 * Rules T4 and X1: how the two texts part. A copy may change anything, but it cannot have what its source lacks and others
 * have, nor lack by chance what its source alone has.
 */
final class T4Nearest {
    static final String RULE = "T4";

    private T4Nearest() {}

    static List<Signal> of(Copy child, Copy parent, Readings readings, Optional<Overlap> overlap) {
        Readings.Parting parting = readings.between(child, parent);
        String one = child.label();
        String other = parent.label();
        List<Signal> out = new ArrayList<>();
        Optional<Similarity> shared = overlap.map(Overlap::ofFirst);
        String share = shared.map(of -> Words.percent(of.value()) + " of " + one + " stands in " + other + "; ")
                .orElse("");
        count(out, "T4.own", parting.own(), share + one + " is worded as no other stored text in %s.", shared);
        count(out, "T4.left", parting.left(), one + " leaves out or changes %s of " + other + ".");
        count(out, "T4.kept", parting.kept(), "%s of three words stand in both and in at most one other stored text.");
        count(out, "X1.shared", parting.shared(), one + " agrees with other stored texts against " + other + " in %s.");
        count(out, "X1.lone", parting.lone(), one + " lacks what only " + other + " has, in %s.");
        count(
                out,
                "X1.passage",
                parting.passages(),
                one + " shares %s with other stored texts that " + other + " lacks.");
        count(out, "X1.lonePassage", parting.lonePassages(), one + " lacks %s that only " + other + " has.");
        return out;
    }

    private static void count(List<Signal> out, String name, int count, String words) {
        count(out, name, count, words, Optional.empty());
    }

    private static void count(List<Signal> out, String name, int count, String words, Optional<Similarity> similarity) {
        if (count > 0) {
            String what = name.endsWith("assage") ? "passage" : name.equals("T4.kept") ? "run" : "place";
            String number = count + " " + what + (count == 1 ? "" : "s");
            out.add(new Signal(name, Math.log1p(count), words.replace("%s", number), similarity));
        }
    }
}
