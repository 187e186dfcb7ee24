package org.pressmark.extract;

import java.util.Optional;
import org.pressmark.model.BlockKind;

/**
 * A piece of which it has been decided what it is.
 *
 * @param rule the rule that decided, for those who ask
 */
record Draft(Piece piece, BlockKind kind, String rule) {
    static Optional<Draft> keep(Piece piece, BlockKind kind, String rule) {
        return Optional.of(new Draft(piece, kind, rule));
    }
}
