package org.pressmark.provenance;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Derivation.Reason;

/**
 * Rule X1: words that the child shares with a third text and that the supposed parent lacks cannot have come through that
 * parent. The third must not itself be later than the child, or it could have them from the child.
 */
final class X1MissingReadings {
    static final String RULE = "X1";
    static final double WEIGHT = -2;
    static final double UNDATED = -1;
    /** What both states about a common source explains: used by the inference as well. */
    static final double EXPLAINED = -2;

    private static final int FEWEST = 6;
    private static final double LEAST_SHARE = 0.03;

    private X1MissingReadings() {}

    static Optional<Reason> weigh(Copy child, Copy parent, List<Copy> others) {
        Optional<Reason> weak = Optional.empty();
        for (Copy third : others) {
            if (third == child || third == parent) {
                continue;
            }
            int count = Shingled.commonBut(child.fives(), third.fives(), parent.fives());
            if (count < Math.max(FEWEST, LEAST_SHARE * child.fives().length)) {
                continue;
            }
            boolean earlier = third.date().isPresent()
                    && child.date()
                            .filter(date -> third.date().get().before(date))
                            .isPresent();
            boolean later = third.date().isPresent()
                    && child.date()
                            .filter(date -> date.before(third.date().get()))
                            .isPresent();
            String words = child.label() + " shares words with " + third.label() + " that " + parent.label()
                    + " lacks (" + count + " runs of five words).";
            if (earlier) {
                return Optional.of(new Reason(RULE, WEIGHT, words, Optional.empty(), Optional.empty()));
            }
            if (!later && weak.isEmpty()) {
                weak = Optional.of(new Reason(RULE, UNDATED, words, Optional.empty(), Optional.empty()));
            }
        }
        return weak;
    }
}
