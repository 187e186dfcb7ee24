package org.pressmark.store;

import java.util.function.Predicate;
import org.pressmark.model.LinkWord;
import org.pressmark.model.UrlKey;

/**
 * An index as it was at one moment, and the same index as it is by now: what others enter meanwhile can be told from what it
 * lacks. Good until the unit that gave it ends.
 */
public final class Moment {
    private final Tx then;
    private final Store now;

    Moment(Tx then, Store now) {
        this.then = then;
        this.now = now;
    }

    /** Whether the index had this record then. */
    public boolean had(String recordId) {
        return knows(recordId).test(then);
    }

    /** Whether this record was entered since. */
    public boolean cameLater(String recordId) {
        return cameLater(knows(recordId));
    }

    /** Whether the index had this word on a link then. */
    public boolean had(LinkWord word) {
        return knows(word).test(then);
    }

    /** Whether this word on a link was entered since. */
    public boolean cameLater(LinkWord word) {
        return cameLater(knows(word));
    }

    private boolean cameLater(Predicate<Tx> known) {
        return !known.test(then) && now.read(known::test);
    }

    private static Predicate<Tx> knows(String recordId) {
        return tx -> tx.captures().find(recordId).isPresent();
    }

    private static Predicate<Tx> knows(LinkWord word) {
        return tx -> tx.linkWords().about(UrlKey.of(word.child())).contains(word);
    }
}
