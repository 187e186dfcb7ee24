package org.pressmark.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.model.KeyRange;
import org.pressmark.pipeline.QueryIndex.Order;
import org.pressmark.pipeline.QueryIndex.Wanted;

/**
 * What somebody asks of the index.
 *
 * @param wanted which captures, in which order
 * @param filters all of which a line must pass
 * @param collapse where it is set, of neighbouring lines that agree in it only the first is given
 * @param limit how many lines at most
 * @param fields which columns; none for all
 * @param resolve whether a revisit's line says where its original lies
 * @param page which page, −1 for no paging
 * @param countPages whether only the number of pages is asked for
 */
record CdxRequest(
        Wanted wanted,
        List<CdxFilter> filters,
        Optional<Collapse> collapse,
        long limit,
        List<String> fields,
        Output output,
        boolean wayback,
        boolean resolve,
        long page,
        int pageSize,
        boolean countPages) {
    private static final int PAGE = 1_500;
    private static final int LARGEST_PAGE = 100_000;

    CdxRequest {
        filters = List.copyOf(filters);
        fields = List.copyOf(fields);
    }

    /** The written forms. */
    enum Output {
        CDXJ,
        JSON,
        TEXT,
        LINK
    }

    /** The first characters of a field. */
    record Collapse(String field, int length) {
        static Collapse parse(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Collapse(text, Integer.MAX_VALUE)
                    : new Collapse(text.substring(0, colon), number("collapse", text.substring(colon + 1), 1_000_000));
        }

        String of(String value) {
            return value.length() > length ? value.substring(0, length) : value;
        }
    }

    /** @throws IllegalArgumentException that says what cannot be understood, and what can */
    static CdxRequest of(Asked asked, boolean wayback) {
        String url =
                asked.parameter("url").orElseThrow(() -> new IllegalArgumentException("The parameter url is missing"));
        Optional<String> closest = asked.parameter("closest");
        Optional<String> sort = asked.parameter("sort");
        Order order = sort.map(CdxRequest::order).orElse(closest.isPresent() ? Order.CLOSEST : Order.FORWARD);
        if (order == Order.CLOSEST && closest.isEmpty()) {
            throw new IllegalArgumentException("sort=closest needs closest=<timestamp>");
        }
        KeyRange keys = keys(asked, url);
        if (order == Order.CLOSEST && keys.match() != KeyRange.Match.EXACT) {
            throw new IllegalArgumentException("sort=closest goes with matchType=exact alone");
        }
        long limit = asked.parameter("limit")
                .map(text -> (long) number("limit", text.replaceFirst("^-", ""), Integer.MAX_VALUE))
                .orElse(Long.MAX_VALUE);
        boolean last =
                asked.parameter("limit").filter(text -> text.startsWith("-")).isPresent();
        List<CdxFilter> filters = new ArrayList<>();
        asked.parameters("filter").forEach(text -> filters.add(CdxFilter.parse(text, wayback)));
        Optional<Collapse> collapse = asked.parameter("collapseTime")
                .map(digits -> new Collapse("timestamp", number("collapseTime", digits, 14)))
                .or(() -> asked.parameter("collapse").map(Collapse::parse));
        return new CdxRequest(
                new Wanted(
                        keys,
                        asked.parameter("from").map(CdxTime::start).orElse(Instant.MIN),
                        asked.parameter("to").map(CdxTime::end).orElse(Instant.MAX),
                        last && order == Order.FORWARD ? Order.REVERSE : order,
                        closest.map(CdxTime::start).orElse(Instant.EPOCH)),
                filters,
                collapse,
                limit,
                asked.parameter("fl")
                        .or(() -> asked.parameter("fields"))
                        .map(text -> Arrays.stream(text.split("[,\\s]+"))
                                .filter(name -> !name.isEmpty())
                                .toList())
                        .orElse(List.of()),
                asked.parameter("output").map(CdxRequest::output).orElse(wayback ? Output.TEXT : Output.CDXJ),
                wayback,
                asked.parameter("resolveRevisits").filter("true"::equals).isPresent(),
                asked.parameter("page")
                        .map(text -> (long) number("page", text, Integer.MAX_VALUE))
                        .orElse(-1L),
                Math.max(
                        1,
                        asked.parameter("pageSize")
                                .map(text -> number("pageSize", text, LARGEST_PAGE))
                                .orElse(PAGE)),
                asked.parameter("showNumPages").filter("true"::equals).isPresent());
    }

    private static KeyRange keys(Asked asked, String url) {
        Optional<String> match = asked.parameter("matchType");
        if (match.isEmpty()) {
            return KeyRange.of(url);
        }
        for (KeyRange.Match known : KeyRange.Match.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(match.get())) {
                KeyRange range = KeyRange.of(known, url);
                Optional<String> end = asked.parameter("end").or(() -> asked.parameter("end_url"));
                return known == KeyRange.Match.RANGE && end.isPresent()
                        ? new KeyRange(
                                known,
                                range.key(),
                                KeyRange.of(known, end.get()).key())
                        : range;
            }
        }
        throw new IllegalArgumentException(
                "Invalid match type " + match.get() + ", expected exact, prefix, host, domain or range");
    }

    private static Order order(String word) {
        return switch (word) {
            case "default" -> Order.FORWARD;
            case "reverse" -> Order.REVERSE;
            case "closest" -> Order.CLOSEST;
            default -> throw new IllegalArgumentException("Invalid sort " + word + ", expected reverse or closest");
        };
    }

    private static Output output(String word) {
        return switch (word) {
            case "cdxj" -> Output.CDXJ;
            case "json" -> Output.JSON;
            case "text" -> Output.TEXT;
            case "link" -> Output.LINK;
            default ->
                throw new IllegalArgumentException("Invalid output " + word + ", expected cdxj, json, text or link");
        };
    }

    private static int number(String name, String text, int most) {
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(name + "=" + text + ": expected a number from 0 to " + most);
        }
        return Integer.parseInt(text);
    }
}
