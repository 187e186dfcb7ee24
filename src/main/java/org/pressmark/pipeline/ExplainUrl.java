package org.pressmark.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.crawl.ScopeCheck;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Queued;
import org.pressmark.model.Source;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Why;
import org.pressmark.store.Store;

/** Says why an address was captured or not, and when it is visited next; asks nobody but the index. */
public final class ExplainUrl {
    private static final int ATTEMPTS = 10;

    private final Pipeline house;

    public ExplainUrl(Pipeline house) {
        this.house = house;
    }

    /**
     * The reasons.
     *
     * @param given an address; without a scheme, http is taken
     * @param sources whose scopes are held against it
     */
    public Why explain(String given, List<Source> sources) {
        String url = WebAddress.parse(given.contains("://") ? given : "http://" + given)
                .map(WebAddress::withoutFragment)
                .orElse(given);
        UrlKey key = UrlKey.of(url);
        Store store = house.store();
        Optional<Queued> row = store.read(tx -> tx.frontier().find(url));
        List<Why.Attempt> attempts = store.read(tx -> tx.attempts().of(key, ATTEMPTS)).stream()
                .map(attempt -> new Why.Attempt(attempt.date(), attempt.outcome(), attempt.detail()))
                .toList();
        List<Why.Verdict> verdicts = new ArrayList<>();
        Instant now = house.clock().instant();
        for (Source source : sources) {
            int hops = row.filter(known -> known.source().equals(source.name()))
                    .map(Queued::hops)
                    .orElse(Math.min(1, source.scope().hops()));
            Optional<String> refused = new ScopeCheck(source.scope()).refuses(url, hops, now);
            verdicts.add(new Why.Verdict(source.name(), refused, source.paused()));
        }
        return new Why(
                url,
                store.read(tx -> tx.captures().count(key)),
                store.read(tx -> tx.captures().latest(key)),
                row,
                attempts,
                verdicts);
    }
}
