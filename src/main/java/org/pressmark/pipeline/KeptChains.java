package org.pressmark.pipeline;

import java.io.IOException;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.report.ChainNotes;

/**
 * The conclusions that were drawn last, for who looks again. What they were drawn from is gathered anew each time, so that
 * nothing old is shown, whoever changed the index; only where all of it is the same is the conclusion not drawn again.
 */
public final class KeptChains {
    private static final int MOST = 12;

    private final Pipeline house;
    private final LastUsed<String, Kept> kept = new LastUsed<>(MOST);

    /** A chain with what its picture tells beside it. */
    public record Described(ProvenanceChain chain, ChainNotes notes) {}

    private record Kept(TraceProvenance.Grounds grounds, Described described) {}

    public KeptChains(Pipeline house) {
        this.house = house;
    }

    /**
     * The chain of a capture's text.
     *
     * @throws PipelineException NOT_FOUND where no article was found in the capture
     */
    public Described of(Capture capture) throws IOException {
        TraceProvenance.Grounds grounds = new TraceProvenance(house).grounds(capture);
        Optional<Described> known = kept.find(grounds.focus())
                .filter(one -> one.grounds().equals(grounds))
                .map(Kept::described);
        if (known.isPresent()) {
            return known.get();
        }
        ProvenanceChain chain = grounds.conclude();
        Described made = new Described(chain, new DescribeChain(house).notes(chain));
        kept.keep(grounds.focus(), new Kept(grounds, made));
        return made;
    }
}
