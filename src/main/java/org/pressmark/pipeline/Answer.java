package org.pressmark.pipeline;

import java.util.Objects;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Body;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

/** What a server answered for an address, whether fetched just now or long stored. */
record Answer(String url, HttpHead head, Body body) {
    Answer {
        Objects.requireNonNull(url);
        Objects.requireNonNull(head);
        Objects.requireNonNull(body);
    }

    static Answer of(Exchange exchange) {
        return new Answer(exchange.url(), exchange.responseHead(), exchange.body());
    }

    /** Of a stored capture that has a head. */
    static Answer of(ArchivedResponse stored) {
        return new Answer(stored.capture().url(), stored.head().orElseThrow(), stored.body());
    }
}
