package org.pressmark.fetch;

import java.util.Set;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.FetchOutcome.Fetched;
import org.pressmark.model.FetchOutcome.NotModified;
import org.pressmark.model.HttpHead;

/** Takes what a person gave to be let in by out of the record of a request; that it was sent stays to be seen. */
final class Redaction {
    /** What stands in the place of a value. */
    static final String REDACTED = "(redacted)";

    private Redaction() {}

    /** @param names of the headers whose values are secret, in any letter case */
    static FetchOutcome of(FetchOutcome outcome, Set<String> names) {
        if (names.isEmpty()) {
            return outcome;
        }
        if (outcome instanceof Fetched fetched) {
            return new Fetched(redacted(fetched.exchange(), names));
        }
        return outcome instanceof NotModified same ? new NotModified(redacted(same.exchange(), names)) : outcome;
    }

    private static Exchange redacted(Exchange exchange, Set<String> names) {
        StringBuilder out = new StringBuilder();
        for (String line : exchange.requestHead().raw().split("(?<=\n)", -1)) {
            int colon = line.indexOf(':');
            boolean secret =
                    colon > 0 && names.contains(line.substring(0, colon).strip());
            out.append(secret ? line.substring(0, colon) + ": " + REDACTED + "\r\n" : line);
        }
        return exchange.withRequestHead(new HttpHead(out.toString()));
    }
}
