package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;

/** A test press with a fetcher before it, under the name {@code www.republisher.example}. */
final class Bench implements AutoCloseable {
    static final String HOST = "www.republisher.example";
    static final String SITE = "http://" + HOST;

    final TestPress press = TestPress.open();
    final TestClock clock = TestClock.at("2021-12-27T10:00:00Z");
    final List<Exchange> robots = new ArrayList<>();
    final Fetcher fetcher;

    private Bench(Path spool, UnaryOperator<FetchSettings> change) {
        fetcher = new Fetcher(
                change.apply(quick(FetchRoutes.direct().withConnectTo(List.of(leadTo(press, HOST))))),
                clock,
                spool,
                robots::add);
    }

    static Bench open(Path spool) {
        return new Bench(spool, settings -> settings);
    }

    static Bench open(Path spool, UnaryOperator<FetchSettings> change) {
        return new Bench(spool, change);
    }

    /** No pauses. */
    static FetchSettings quick() {
        return FetchSettings.defaults("0.1.0").withPace(FetchPace.none());
    }

    static FetchSettings quick(FetchRoutes routes) {
        return quick().withRoutes(routes);
    }

    static ConnectTo leadTo(TestPress press, String host) {
        return ConnectTo.parse(press.connectTo(host));
    }

    /** A page of the site. */
    FetchOutcome get(String path) {
        return fetcher.fetch(FetchRequest.page(SITE + path).withObeyRobots(false));
    }

    Exchange fetched(String path) {
        return assertInstanceOf(FetchOutcome.Fetched.class, get(path)).exchange();
    }

    FetchOutcome.Failed failed(String path) {
        return assertInstanceOf(FetchOutcome.Failed.class, get(path));
    }

    /** The body, a character a byte. */
    static String text(Exchange exchange) {
        try (InputStream in = exchange.body().open()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        fetcher.close();
        press.close();
    }
}
