package org.pressmark.model;

import java.util.Objects;

/** What became of one request. An expected trouble is a value: that a robots.txt refused us is a fact worth recording. */
public sealed interface FetchOutcome {

    /** The address asked for. */
    String url();

    /** The server answered, whatever the status: a 404 is fetched too. */
    record Fetched(Exchange exchange) implements FetchOutcome {
        @Override
        public String url() {
            return exchange.url();
        }
    }

    /** The server answered 304 to our validators (RFC 9110 §15.4.5). */
    record NotModified(Exchange exchange) implements FetchOutcome {
        @Override
        public String url() {
            return exchange.url();
        }
    }

    /** We did not ask, by rule. */
    record Refused(String url, Reason reason, String detail) implements FetchOutcome {

        /** Which rule held us back. */
        public enum Reason {
            /** A robots.txt line; {@code detail} quotes it (RFC 9309). */
            ROBOTS,
            /** A loopback, private, link-local or otherwise special address. */
            ADDRESS,
            /** Not an http or https address, or no address at all. */
            SCHEME,
            /** The host said, with 429 or 503, that it is overburdened, and is let alone for longer than we wait. */
            LATER
        }

        public Refused {
            Objects.requireNonNull(reason);
        }
    }

    /** We asked and got no answer that can be stored. */
    record Failed(String url, Cause cause, String detail) implements FetchOutcome {

        /** What failed first. */
        public enum Cause {
            DNS,
            CONNECT,
            TLS,
            TIMEOUT,
            PROTOCOL,
            DISCONNECT
        }

        public Failed {
            Objects.requireNonNull(cause);
        }
    }
}
