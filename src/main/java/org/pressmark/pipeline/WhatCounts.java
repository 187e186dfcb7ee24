package org.pressmark.pipeline;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.pressmark.archive.Captured;
import org.pressmark.model.LinkWord;
import org.pressmark.store.Moment;

/**
 * What of the WARC files goes into an index that is made anew: all; or, to be set against one that others go on filling, what
 * that one should have had at a moment. Of a file that is being written that is what it had: the rest had no time to be entered.
 */
final class WhatCounts {
    /** Everything; nobody else writes. */
    static final WhatCounts ALL = new WhatCounts(Optional.empty());

    private final Optional<Moment> moment;

    private WhatCounts(Optional<Moment> moment) {
        this.moment = moment;
    }

    static WhatCounts asOf(Moment moment) {
        return new WhatCounts(Optional.of(moment));
    }

    /** Hands on the captures that count. */
    Consumer<Captured> captures(boolean finished, Consumer<Captured> to) {
        return only(
                captured -> counts(
                        finished,
                        at -> at.had(captured.capture().recordId()),
                        at -> at.cameLater(captured.capture().recordId())),
                to);
    }

    /** Hands on the words on links that count. */
    Consumer<LinkWord> words(boolean finished, Consumer<LinkWord> to) {
        return only(word -> counts(finished, at -> at.had(word), at -> at.cameLater(word)), to);
    }

    private boolean counts(boolean finished, Predicate<Moment> had, Predicate<Moment> cameLater) {
        return moment.isEmpty() || (finished ? !cameLater.test(moment.get()) : had.test(moment.get()));
    }

    private static <T> Consumer<T> only(Predicate<T> counting, Consumer<T> to) {
        return one -> {
            if (counting.test(one)) {
                to.accept(one);
            }
        };
    }
}
