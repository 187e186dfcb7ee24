package org.pressmark.compare;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Facet;
import org.pressmark.model.Change.Op;
import org.pressmark.model.Change.Span;
import org.pressmark.model.ChangeKind;

/** A change that is named but not yet explained, in the direction in which it was found. */
record Draft(
        ChangeKind kind,
        Op op,
        Set<Facet> facets,
        ArticleField field,
        String before,
        String after,
        boolean inQuotation,
        Optional<String> speaker,
        boolean lead,
        List<Span> spansBefore,
        List<Span> spansAfter) {

    Draft {
        facets = Set.copyOf(facets);
        spansBefore = List.copyOf(spansBefore);
        spansAfter = List.copyOf(spansAfter);
    }

    static Op op(String before, String after) {
        return before.isEmpty() ? Op.INTERPOLATION : after.isEmpty() ? Op.OMISSION : Op.SUBSTITUTION;
    }

    /** A change of a field outside the body. */
    static Draft furniture(
            ChangeKind kind,
            ArticleField field,
            String before,
            String after,
            List<Span> spansBefore,
            List<Span> spansAfter) {
        return new Draft(
                kind,
                op(before, after),
                EnumSet.noneOf(Facet.class),
                field,
                before,
                after,
                false,
                Optional.empty(),
                false,
                spansBefore,
                spansAfter);
    }

    /** The same change seen from the other side. */
    Draft mirrored() {
        Op turned = op == Op.INTERPOLATION ? Op.OMISSION : op == Op.OMISSION ? Op.INTERPOLATION : op;
        return new Draft(
                mirror(kind),
                turned,
                facets,
                field,
                /* before= */ after,
                /* after= */ before,
                inQuotation,
                speaker,
                lead,
                /* spansBefore= */ spansAfter,
                /* spansAfter= */ spansBefore);
    }

    private static ChangeKind mirror(ChangeKind kind) {
        return switch (kind) {
            case QUOTE_INTERPOLATION -> ChangeKind.QUOTE_OMISSION;
            case QUOTE_OMISSION -> ChangeKind.QUOTE_INTERPOLATION;
            case QUOTE_ADDED -> ChangeKind.QUOTE_REMOVED;
            case QUOTE_REMOVED -> ChangeKind.QUOTE_ADDED;
            case PASSAGE_ADDED -> ChangeKind.PASSAGE_REMOVED;
            case PASSAGE_REMOVED -> ChangeKind.PASSAGE_ADDED;
            default -> kind;
        };
    }
}
