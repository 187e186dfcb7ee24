package org.pressmark.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Source;
import org.pressmark.store.FrontierTotals;
import org.pressmark.store.SourceTotals;

/** How the sources stand in the frontier; forgets what a removed one left there. */
public final class SourceStates {
    private final Pipeline house;

    public SourceStates(Pipeline house) {
        this.house = house;
    }

    /** How many addresses of a source are known, to be visited, and were visited; when the next is due. */
    public record State(long known, long waiting, long visited, Optional<Instant> next) {}

    /**
     * How the visits to a source went.
     *
     * @param edits seen so far
     * @param last when something of it was visited last
     * @param failing how many addresses could not be read at their last visit
     * @param trouble the last of those in words
     */
    public record Visits(long edits, Optional<Instant> last, long failing, Optional<String> trouble) {}

    /** How the visits to a source went. */
    public Visits visits(Source source) {
        SourceTotals totals = house.store().read(tx -> tx.frontier().visits(source.name()));
        return new Visits(totals.edits(), totals.last(), totals.failing(), totals.trouble());
    }

    public State of(Source source) {
        FrontierTotals totals = house.store().read(tx -> tx.frontier().totals(source.name()));
        return new State(
                totals.known(),
                totals.waiting(),
                totals.visited(),
                house.store().read(tx -> tx.frontier().nextDue(List.of(source.name()))));
    }

    /** Takes a source's addresses out of the frontier; gives how many. Captures stay. */
    public int forget(String source) {
        house.needWritableIndex();
        return house.store().transaction(tx -> tx.frontier().forget(source));
    }
}
