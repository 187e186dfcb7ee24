package org.pressmark.extract;

import java.util.Optional;
import org.pressmark.model.BlockKind;

/**
 * A piece of which it has been decided what it is.
 *
 * @param kind what it is; {@code OTHER} where it is nothing of the article's, which then has no block
 * @param rule the rule that decided, for those who ask
 * @param why the reason in words; empty where the rule says all
 */
record Draft(Piece piece, BlockKind kind, String rule, String why) {
    static Optional<Draft> keep(Piece piece, BlockKind kind, String rule) {
        return Optional.of(new Draft(piece, kind, rule, ""));
    }

    /** As {@link #keep}, for what a reader may miss in the body and ask about. */
    static Optional<Draft> aside(Piece piece, BlockKind kind, String rule, String why) {
        return Optional.of(new Draft(piece, kind, rule, why));
    }

    static Optional<Draft> drop(Piece piece, String rule, String why) {
        return Optional.of(new Draft(piece, BlockKind.OTHER, rule, why));
    }

    boolean dropped() {
        return kind == BlockKind.OTHER;
    }

    /** The same piece, judged anew in the light of the others. */
    Draft as(BlockKind other, String otherRule, String otherWhy) {
        return new Draft(piece, other, otherRule, otherWhy);
    }
}
