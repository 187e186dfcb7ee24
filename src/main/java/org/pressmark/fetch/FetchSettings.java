package org.pressmark.fetch;

import java.util.Objects;
import java.util.Optional;

/**
 * How to ask. {@link #defaults} gives courteous, bounded values; each {@code with…} gives a copy with a part changed.
 *
 * @param version of this program, for the User-Agent, e.g. {@code 0.1.0}
 * @param contact where a webmaster can reach whoever runs this: an https address or a mail address; default none
 * @param acceptLanguage the Accept-Language header; default {@code en,*;q=0.5}
 * @param limits how long to wait and how much to take
 * @param pace one request at a time, and pauses
 * @param routes where connections may go
 * @param redact whether the record of a request says {@code (redacted)} in place of cookies and headers that a person gave
 */
public record FetchSettings(
        String version,
        Optional<String> contact,
        String acceptLanguage,
        FetchLimits limits,
        FetchPace pace,
        FetchRoutes routes,
        boolean redact) {

    public FetchSettings {
        requireText("version", version);
        contact.ifPresent(text -> requireText("contact", text));
        requireText("acceptLanguage", acceptLanguage);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(pace);
        Objects.requireNonNull(routes);
    }

    /** Courteous, bounded, no exceptions. */
    public static FetchSettings defaults(String version) {
        return new FetchSettings(
                version,
                Optional.empty(),
                "en,*;q=0.5",
                FetchLimits.defaults(),
                FetchPace.defaults(),
                FetchRoutes.direct(),
                true);
    }

    /** E.g. {@code Pressmark/0.1.0 (+https://archive.example/about)}: the truth, and whom to ask. */
    public String userAgent() {
        return "Pressmark/" + version + contact.map(text -> " (+" + text + ")").orElse("");
    }

    /** How many requests may be under way to a host at once: more than one only where it was allowed by name. */
    int connections(String host) {
        boolean named = routes.allowAddresses().stream()
                        .anyMatch(entry -> entry.strip().equalsIgnoreCase(host))
                || routes.connectTo().stream()
                        .anyMatch(rule -> rule.host().filter(host::equals).isPresent());
        return named ? pace.connections() : 1;
    }

    public FetchSettings withContact(String contact) {
        return new FetchSettings(version, Optional.of(contact), acceptLanguage, limits, pace, routes, redact);
    }

    public FetchSettings withLimits(FetchLimits limits) {
        return new FetchSettings(version, contact, acceptLanguage, limits, pace, routes, redact);
    }

    public FetchSettings withPace(FetchPace pace) {
        return new FetchSettings(version, contact, acceptLanguage, limits, pace, routes, redact);
    }

    public FetchSettings withRoutes(FetchRoutes routes) {
        return new FetchSettings(version, contact, acceptLanguage, limits, pace, routes, redact);
    }

    public FetchSettings withRedact(boolean redact) {
        return new FetchSettings(version, contact, acceptLanguage, limits, pace, routes, redact);
    }

    private static void requireText(String name, String value) {
        if (value.isBlank() || !value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw FetchException.ofSettings(name + ": expected printable ASCII characters, found \"" + value + "\"");
        }
    }
}
