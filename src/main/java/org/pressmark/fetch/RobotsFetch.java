package org.pressmark.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.FetchOutcome.Failed;
import org.pressmark.model.Truncation;

/** Gets a robots.txt, redirects and all (RFC 9309 §2.3). */
final class RobotsFetch {
    /** The least that must be read (RFC 9309 §2.5); we read no more. */
    static final int MOST_BYTES = 500 << 10;

    private static final int MOST_REDIRECTS = 5;

    private final FetchSettings settings;
    private final Destinations destinations;
    private final Turns turns;
    private final Wire wire;
    private final Asking asking;
    private final Consumer<Exchange> onRobots;

    /** What came of it. */
    sealed interface Result {
        /** A file; its bytes decoded. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Text(byte[] bytes) implements Result {}

        /** There is none (RFC 9309 §2.3.1.3): everything is allowed. */
        record None() implements Result {}

        /** It cannot be had (RFC 9309 §2.3.1.4): nothing is allowed. */
        record Unreachable(String detail) implements Result {}

        /** Its host takes no connection, or is to be let alone for a while. */
        record NotNow(FetchOutcome why) implements Result {}
    }

    RobotsFetch(
            FetchSettings settings, Destinations destinations, Turns turns, Wire wire, Consumer<Exchange> onRobots) {
        this.settings = settings;
        this.destinations = destinations;
        this.turns = turns;
        this.wire = wire;
        this.asking = new Asking(settings);
        this.onRobots = onRobots;
    }

    /** The robots.txt of a page's scheme, host and port. */
    Result fetch(Target page) throws InterruptedException {
        Target asked = Target.parse(page.origin() + "/robots.txt");
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            FetchOutcome outcome = ask(asked);
            if (outcome instanceof Failed failed) {
                boolean noConnection = failed.cause() == Failed.Cause.CONNECT || failed.cause() == Failed.Cause.TLS;
                return noConnection && hop == 0
                        ? new Result.NotNow(failed)
                        : new Result.Unreachable(asked + " could not be fetched: " + failed.detail());
            }
            if (outcome instanceof FetchOutcome.Refused refused
                    && refused.reason() == FetchOutcome.Refused.Reason.LATER) {
                return new Result.NotNow(refused);
            }
            if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
                return new Result.Unreachable(
                        outcome instanceof FetchOutcome.Refused refused
                                ? asked + " may not be asked: " + refused.detail()
                                : asked + " gave no answer that can be read");
            }
            Exchange exchange = fetched.exchange();
            onRobots.accept(exchange);
            int status = exchange.responseHead().status();
            Optional<String> location = exchange.responseHead().first("Location");
            if (status / 100 != 3 || location.isEmpty()) {
                return result(exchange, status);
            }
            @Nullable HttpUrl next = asked.url().resolve(location.get());
            if (next == null) {
                return new Result.Unreachable(asked + " redirects to what is no http address");
            }
            asked = Target.parse(next.toString());
        }
        return new Result.None(); // RFC 9309 §2.3.1.2: after five redirects it may count as not there
    }

    private FetchOutcome ask(Target target) throws InterruptedException {
        Destination destination;
        try {
            destination = destinations.find(target);
        } catch (AddressRefusedException e) {
            return new FetchOutcome.Refused(
                    target.toString(), FetchOutcome.Refused.Reason.ADDRESS, String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return Troubles.unknownHost(target);
        }
        return turns.ask(
                target,
                settings.pace().requisiteDelay(),
                () -> wire.get(target, destination, asking.robots(target), MOST_BYTES));
    }

    private static Result result(Exchange exchange, int status) {
        if (status >= 500) {
            return new Result.Unreachable(exchange.url() + " answered "
                    + exchange.responseHead().startLine().replaceAll("\\p{Cntrl}", "."));
        }
        if (status / 100 != 2) {
            return new Result.None();
        }
        if (exchange.truncated().filter(why -> why != Truncation.LENGTH).isPresent()) {
            return new Result.Unreachable(exchange.url() + " came incomplete");
        }
        try (InputStream in = decoded(exchange)) {
            return new Result.Text(in.readNBytes(MOST_BYTES));
        } catch (IOException e) {
            return new Result.Unreachable(exchange.url() + " cannot be decoded: " + e.getMessage());
        }
    }

    /** We ask for no coding; some servers compress all the same. */
    private static InputStream decoded(Exchange exchange) throws IOException {
        String coding = exchange.responseHead()
                .first("Content-Encoding")
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        InputStream in = exchange.body().open();
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "deflate" -> new InflaterInputStream(in);
            case "identity", "" -> in;
            default -> throw new IOException("its coding is " + coding);
        };
    }
}
