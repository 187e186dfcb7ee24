package org.pressmark.pipeline;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Exchange;

/** Fetches a capture from another archive, to which of its captures it may lead, and tells when that one was made. */
final class MementoFetch {
    private static final int MOST_REDIRECTS = 5;
    private static final Pattern ORIGINAL = Pattern.compile("<([^<>]{1,8000})>\\s*;\\s*rel=\"?original\\b");

    private final PatientFetcher fetcher;

    MementoFetch(PatientFetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * What an address gave.
     *
     * @param date when that archive captured it; empty where it gave no capture
     * @param original whose capture it is by that archive's word, where it says so
     */
    record Given(Exchange exchange, Optional<Instant> date, Optional<String> original) {}

    /** Follows that archive's own redirects, to the capture that it has in place of the one asked for. */
    Given given(String address) throws IOException {
        String current = address;
        for (int hop = 0; ; hop++) {
            Exchange exchange = fetcher.memento(current);
            Optional<MementoAddress> here = MementoAddress.of(current);
            Optional<String> next =
                    exchange.responseHead().status() / 100 == 3 ? PatientFetcher.target(exchange) : Optional.empty();
            boolean own = here.isPresent()
                    && next.flatMap(MementoAddress::of)
                            .filter(there -> there.archivesOwnFrom(here.get()))
                            .isPresent();
            if (!own || hop == MOST_REDIRECTS) {
                return new Given(exchange, own ? Optional.empty() : date(exchange, here), original(exchange));
            }
            Documents.discard(exchange.body());
            current = next.get();
        }
    }

    /** By that archive's own word; a good answer or a redirect without it was captured when its address says. */
    private static Optional<Instant> date(Exchange exchange, Optional<MementoAddress> address) {
        Optional<Instant> said =
                exchange.responseHead().first("Memento-Datetime").flatMap(MementoFetch::time);
        boolean good = exchange.responseHead().status() < 400;
        return said.or(() -> address.filter(one -> good).flatMap(MementoAddress::date));
    }

    /** The page that the answer's own Link names (RFC 7089 §2.2.1), as an archive knows several under one key. */
    private static Optional<String> original(Exchange exchange) {
        return exchange.responseHead().headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Link"))
                .map(header -> ORIGINAL.matcher(header.value()))
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .filter(url ->
                        WebAddress.parse(url).filter(WebAddress::fetchable).isPresent())
                .findFirst();
    }

    private static Optional<Instant> time(String words) {
        try {
            return Optional.of(ZonedDateTime.parse(words.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
