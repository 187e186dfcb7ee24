package org.pressmark.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pressmark.archive.ScannedRecord;
import org.pressmark.model.Capture;
import org.pressmark.model.LinkWord;
import org.pressmark.model.LinkWord.Word;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.UrlKey;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.store.Store;
import org.pressmark.text.Agencies;

/** Keeps what a person says of a link: in a WARC metadata record first, then in the index. */
public final class LinkCopies {
    private final Pipeline house;

    public LinkCopies(Pipeline house) {
        this.house = house;
    }

    /**
     * Says something of a link.
     *
     * @param child a stored page, as of the time asked for
     * @param parent an address, stored or not, or the name of an agency
     * @param by who says it
     * @return the word as it is kept
     * @throws PipelineException if there is nothing to confirm or reject, or the child is not stored
     */
    public LinkWord say(Reference.Stored child, String parent, Word word, String note, String by) throws IOException {
        house.needWritable();
        Capture capture = new ReplayCapture(house).choose(child).capture();
        String named = parent.matches("(?i)https?://.+")
                ? parent
                : Agencies.all()
                        .canonical(parent)
                        .orElseThrow(() -> new PipelineException(
                                Trouble.INPUT,
                                parent + ": expected an address that begins with http:// or https://, or the name of"
                                        + " a news agency"));
        if (UrlKey.of(capture.url()).equals(UrlKey.of(named))) {
            throw new PipelineException(Trouble.INPUT, named + ": a page cannot come from itself");
        }
        if (word != Word.ADD && !linked(capture, named)) {
            throw new PipelineException(
                    Trouble.INPUT,
                    capture.url() + ": no link to " + named + " was concluded, so there is none to " + word.word()
                            + "; 'pressmark trace' shows the links, --add makes one");
        }
        ScannedRecord record = house.warcs().appendLinkWord(word, capture, named, note, by);
        LinkWord kept =
                record.linkWord().orElseThrow(() -> new IllegalStateException("expected a word, found " + record));
        house.journal().texts(enter(house.store(), List.of(kept)));
        house.wrote(record.location().file());
        return kept;
    }

    private boolean linked(Capture capture, String parent) {
        ProvenanceChain chain = new TraceProvenance(house).trace(capture);
        return chain.links().stream().anyMatch(link -> {
            boolean forth = isAt(chain, link.child(), capture.url()) && isAt(chain, link.parent(), parent);
            boolean back = isAt(chain, link.parent(), capture.url()) && isAt(chain, link.child(), parent);
            return forth || back && !link.directionKnown();
        });
    }

    private static boolean isAt(ProvenanceChain chain, String id, String named) {
        return chain.node(id)
                .filter(node -> node.url()
                        .map(url -> UrlKey.of(url).equals(UrlKey.of(named)))
                        .orElse(node.agent().equals(Optional.of(named))))
                .isPresent();
    }

    /**
     * Enters words that the index does not have yet, and concludes anew what they bear upon.
     *
     * @return texts of which something else is concluded now, by their first captures
     */
    static Set<String> enter(Store store, List<LinkWord> words) {
        Set<String> changed = new TreeSet<>();
        for (LinkWord word : words) {
            store.write(tx -> {
                tx.inTurn();
                if (!tx.linkWords().about(UrlKey.of(word.child())).contains(word)) {
                    tx.linkWords().add(word);
                    changed.addAll(TraceProvenance.said(tx, word));
                }
            });
        }
        return changed;
    }
}
