package org.pressmark.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Source;
import org.pressmark.store.FrontierTotals;

/** How the sources stand in the frontier; forgets what a removed one left there. */
public final class SourceStates {
    private final Pipeline house;

    public SourceStates(Pipeline house) {
        this.house = house;
    }

    /** How many addresses of a source are known, to be visited, and were visited; when the next is due. */
    public record State(long known, long waiting, long visited, Optional<Instant> next) {}

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
        return house.store().transaction(tx -> tx.frontier().forget(source));
    }
}
