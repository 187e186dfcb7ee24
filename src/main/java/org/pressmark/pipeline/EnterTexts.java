package org.pressmark.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.extract.Extractor;
import org.pressmark.ledger.Ledger;
import org.pressmark.ledger.Statement;
import org.pressmark.model.Capture;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.NodeKind;
import org.pressmark.model.Version;
import org.pressmark.store.Store;
import org.pressmark.store.Tx;

/**
 * Enters into the log what the index says of captures and the log does not: which text was read, what it claims, what was
 * concluded of its links, also of the texts around it. What the log says already is not said again, so this may be done for any
 * capture at any time. Of a revisit its original says everything.
 */
final class EnterTexts {
    /** So many captures are set against the log in one look through it. */
    private static final int TOGETHER = 4096;

    private final Store store;
    private final List<Statement> said = new ArrayList<>();
    private final List<Statement> denied = new ArrayList<>();
    private final Set<String> concluded = new LinkedHashSet<>();

    private EnterTexts(Store store) {
        this.store = store;
    }

    /** What is news of these captures, by their record ids. */
    static List<Statement> news(Store store, Ledger ledger, Collection<String> recordIds) throws IOException {
        List<Statement> news = new ArrayList<>();
        List<String> all = List.copyOf(recordIds);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            EnterTexts some = new EnterTexts(store);
            all.subList(from, Math.min(all.size(), from + TOGETHER)).forEach(some::look);
            news.addAll(ledger.unsaid(some.said, some.denied));
        }
        return news;
    }

    private void look(String recordId) {
        store.read(tx -> {
            tx.captures().find(recordId).filter(capture -> !capture.revisit()).ifPresent(capture -> text(tx, capture));
            tx.versions().ofCapture(recordId).ifPresent(version -> links(tx, version));
            return true;
        });
    }

    private void text(Tx tx, Capture capture) {
        String id = capture.recordId();
        Optional<Version> version = tx.versions().ofCapture(id);
        Optional<String> extractor = tx.articles().extractor(id);
        if (version.isPresent() && extractor.isPresent()) {
            said.add(Leaves.version(id, version.get().textDigest(), extractor.get()));
            said.add(Leaves.claims(id, tx.claims().ofCapture(id)));
        } else {
            denied.add(Leaves.noVersion(id, Extractor.NAME));
            denied.add(Leaves.claims(id, List.of()));
        }
    }

    private void links(Tx tx, Version version) {
        tx.chains().of(version.firstCapture()).ifPresent(chain -> {
            link(chain);
            chain.nodes().stream()
                    .filter(node -> node.kind() == NodeKind.VERSION && !concluded.contains(node.id()))
                    .forEach(node -> tx.chains().of(node.id()).ifPresent(this::link));
        });
    }

    private void link(ProvenanceChain chain) {
        if (concluded.add(chain.focus())) {
            (chain.origins().isEmpty() ? denied : said).add(Leaves.links(chain));
        }
    }
}
