package org.pressmark.pipeline;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.pressmark.config.Setting;
import org.pressmark.fetch.Fetcher;
import org.pressmark.ledger.Checkpoint;
import org.pressmark.ledger.Timestamps;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.FetchOutcome.Failed;
import org.pressmark.model.FetchOutcome.Fetched;
import org.pressmark.model.FetchOutcome.Refused;
import org.pressmark.model.Finding;

/** Asks the timestamp authority of the settings, where there is one, to date a checkpoint. That it does not is no failure. */
final class StampCheckpoint {
    private static final int OK = 200;

    private final Pipeline house;

    StampCheckpoint(Pipeline house) {
        this.house = house;
    }

    void stamp(Checkpoint checkpoint) throws IOException {
        String url = house.settings().text(Setting.LEDGER_TIMESTAMP_URL);
        if (url.isEmpty()) {
            return; // before anything that knows of timestamps is loaded: that takes a run's thirtieth part
        }
        Timestamps timestamps = new Timestamps(house.folder());
        if (timestamps.of(checkpoint).isPresent()) {
            return;
        }
        BigInteger nonce = new BigInteger(house.newUuid().replace("-", ""), 16);
        try (Fetcher fetcher = house.fetcher(robots -> {})) {
            FetchOutcome outcome = fetcher.post(
                    url, Timestamps.QUERY, Timestamps.REPLY, Timestamps.query(checkpoint, nonce), Map.of());
            if (outcome instanceof Fetched fetched) {
                keep(timestamps, checkpoint, nonce, fetched.exchange());
            } else {
                String why = outcome instanceof Refused refused ? refused.detail() : ((Failed) outcome).detail();
                throw new IOException(why);
            }
        } catch (IOException e) {
            house.notices()
                    .accept(new Finding(
                            Finding.Level.WARNING,
                            "no-timestamp",
                            "",
                            -1,
                            "the checkpoint of " + checkpoint.size() + " leaves was not dated by " + url + ": "
                                    + e.getMessage() + ". The next one will be asked for again"));
        }
    }

    private static void keep(Timestamps timestamps, Checkpoint checkpoint, BigInteger nonce, Exchange exchange)
            throws IOException {
        try {
            if (exchange.responseHead().status() != OK) {
                throw new IOException("it answered " + Documents.status(Optional.of(exchange.responseHead())));
            }
            byte[] reply;
            try (var in = exchange.body().open()) {
                reply = in.readAllBytes();
            }
            timestamps.keep(checkpoint, nonce, reply);
        } finally {
            Documents.discard(exchange.body());
        }
    }
}
