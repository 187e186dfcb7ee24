package org.pressmark.extract;

import org.pressmark.model.BlockKind;

/**
 * A piece of which it has been decided what it is.
 *
 * @param rule the rule that decided, for those who ask
 */
record Draft(Piece piece, BlockKind kind, String rule) {
    Draft as(BlockKind other, String why) {
        return new Draft(piece, other, why);
    }
}
