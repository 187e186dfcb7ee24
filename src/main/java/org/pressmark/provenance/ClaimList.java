package org.pressmark.provenance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;

/** The claims of one page as they are found: each said once, none without evidence, never endless. */
final class ClaimList {
    private static final int MOST = 400;

    private record Key(Kind kind, Scope scope, String value, Optional<String> url) {}

    private final String recordId;
    private final Map<Key, Claim> claims = new LinkedHashMap<>();

    ClaimList(String recordId) {
        this.recordId = recordId;
    }

    /** A claim that names somebody or something, and no address. */
    void add(Kind kind, Scope scope, String value, Optional<String> agent, String rule, Quote quote) {
        add(kind, scope, value, Optional.empty(), agent, rule, quote);
    }

    void add(
            Kind kind,
            Scope scope,
            String value,
            Optional<String> url,
            Optional<String> agent,
            String rule,
            Quote quote) {
        Key key = new Key(kind, scope, value.toLowerCase(Locale.ROOT), url);
        if (claims.containsKey(key) || claims.size() >= MOST || value.isBlank()) {
            return;
        }
        quote.evidence(recordId)
                .ifPresent(evidence ->
                        claims.put(key, new Claim(recordId, kind, scope, value, url, agent, rule, evidence)));
    }

    /** True where a claim about the article or the page names this agent already. */
    boolean credits(String agent) {
        return claims.values().stream()
                .filter(claim -> claim.scope() == Scope.ARTICLE || claim.scope() == Scope.PAGE)
                .anyMatch(claim -> claim.agent().equals(Optional.of(agent)));
    }

    boolean has(Kind kind, Scope scope, String value) {
        return claims.containsKey(new Key(kind, scope, value.toLowerCase(Locale.ROOT), Optional.empty()));
    }

    List<Claim> all() {
        return List.copyOf(claims.values());
    }
}
