package org.pressmark.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.pressmark.fetch.FetchRequest;
import org.pressmark.fetch.Fetcher;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.FetchOutcome.Failed;
import org.pressmark.model.FetchOutcome.Fetched;
import org.pressmark.model.FetchOutcome.Refused;

/**
 * Asks another archive as it wants to be asked: by its robots.txt, one request at a time, again after the pause that it asks
 * for. A 429 or 5xx that carries no Memento-Datetime is that archive's own trouble, with it an archived page.
 */
final class PatientFetcher {
    private static final int TRIES = 4;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 5;

    private final Fetcher fetcher;
    private final boolean obeyRobots;

    PatientFetcher(Fetcher fetcher, boolean obeyRobots) {
        this.fetcher = fetcher;
        this.obeyRobots = obeyRobots;
    }

    /** That archive does not answer, or does not want to be asked for so long that nobody waits for it. */
    static class NotNow extends IOException {
        private static final long serialVersionUID = 1L;

        NotNow(String message) {
            super(message);
        }
    }

    /** This one address is not given, now or ever; others of that archive may be. */
    static final class NotThis extends NotNow {
        private static final long serialVersionUID = 1L;

        NotThis(String message) {
            super(message);
        }
    }

    /** The answer of a page of the archive itself, redirects followed. */
    Exchange ask(String address) throws IOException {
        String current = address;
        for (int hop = 0; ; hop++) {
            Exchange exchange = memento(current);
            Optional<String> next = REDIRECTS.contains(exchange.responseHead().status()) && hop < MOST_REDIRECTS
                    ? target(exchange)
                    : Optional.empty();
            if (next.isEmpty()) {
                return exchange;
            }
            Documents.discard(exchange.body());
            current = next.get();
        }
    }

    /** The answer itself, a redirect as it is. */
    Exchange memento(String address) throws IOException {
        for (int attempt = 1; ; attempt++) {
            FetchOutcome outcome =
                    fetcher.fetch(FetchRequest.page(address).withAsStored().withObeyRobots(obeyRobots));
            if (outcome instanceof Fetched fetched && !ownTrouble(fetched.exchange())) {
                return fetched.exchange();
            }
            String why = why(outcome);
            if (outcome instanceof Refused refused) {
                throw refused.reason() == Refused.Reason.LATER ? new NotNow(why) : new NotThis(why);
            }
            if (outcome instanceof Fetched fetched) {
                Documents.discard(fetched.exchange().body());
                if (attempt == TRIES && fetched.exchange().responseHead().status() != 429) {
                    throw new NotThis(why);
                }
            }
            if (attempt == TRIES) {
                throw new NotNow(why);
            }
            rest(attempt);
        }
    }

    /** Where a redirect leads. */
    static Optional<String> target(Exchange exchange) {
        return exchange.responseHead()
                .first("Location")
                .flatMap(to -> WebAddress.parse(exchange.url()).flatMap(base -> base.resolve(to)))
                .filter(WebAddress::fetchable)
                .map(WebAddress::withoutFragment);
    }

    private static boolean ownTrouble(Exchange exchange) {
        int status = exchange.responseHead().status();
        return (status == 429 || status >= 500)
                && exchange.responseHead().first("Memento-Datetime").isEmpty();
    }

    private static String why(FetchOutcome outcome) {
        if (outcome instanceof Refused refused) {
            return refused.url() + ": " + refused.detail();
        }
        return outcome instanceof Fetched fetched
                ? fetched.url() + ": that archive answered HTTP "
                        + fetched.exchange().responseHead().status()
                : outcome.url() + ": " + ((Failed) outcome).detail();
    }

    /** After 429 and 503 the fetcher itself waits as long as it was asked to; after other troubles a little. */
    private static void rest(int attempt) throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(250L << attempt).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotNow("stopped while waiting");
        }
    }
}
