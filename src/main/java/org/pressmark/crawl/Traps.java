package org.pressmark.crawl;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.markup.WebAddress;

/** Addresses that a site could make up without end: each kind has a bound. */
public final class Traps {
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 24;
    private static final int MOST_PARAMETERS = 16;
    private static final int MOST_REPEATS = 3;
    private static final int EARLIEST_YEAR = 1990;

    /** A year and month as parts of a path or query. */
    private static final Pattern MONTH = Pattern.compile("(?<!\\d)(\\d{4})[/_-](?:0?[1-9]|1[0-2])(?!\\d)");

    /** Addresses that differ only in the values of their queries: sorting, filters, sessions. */
    private static final int ALIKE_QUERIES = 500;
    /** The same with a single number: articles may be numbered so. */
    private static final int ALIKE_PARAMETERS = 5_000;
    /** Addresses that end in two numbers or more: the days of a calendar. */
    private static final int ALIKE_DAYS = 800;
    /** Addresses that differ in a number: articles may do that. */
    private static final int ALIKE_NUMBERS = 50_000;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern ONE_NUMBER = Pattern.compile("[^=&]+=\\d+");
    private static final Pattern DAYS = Pattern.compile("[/-]0[/-]0(?:[/-]0)?/?\\z");

    private Traps() {}

    /**
     * Why an address looks like part of a trap.
     *
     * @return one sentence; nothing for most
     */
    static Optional<String> of(WebAddress address, Instant now) {
        if (address.href().length() > LONGEST) {
            return Optional.of("it is longer than " + LONGEST + " characters");
        }
        List<String> parts = new ArrayList<>();
        for (String part : address.path().split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        if (parts.size() > DEEPEST) {
            return Optional.of("its path has more than " + DEEPEST + " parts");
        }
        Map<String, Integer> counts = new HashMap<>();
        for (String part : parts) {
            if (part.length() > 1 && counts.merge(part, 1, Integer::sum) >= MOST_REPEATS) {
                return Optional.of("its path repeats '" + part + "'");
            }
        }
        if (!address.query().isEmpty()
                && address.query().chars().filter(c -> c == '&').count() >= MOST_PARAMETERS) {
            return Optional.of("it has more than " + MOST_PARAMETERS + " parameters");
        }
        int thisYear = now.atOffset(ZoneOffset.UTC).getYear();
        Matcher month = MONTH.matcher(address.path() + " " + address.query());
        while (month.find()) {
            int year = Integer.parseInt(month.group(1));
            if (year < EARLIEST_YEAR && year > 1000 || year > thisYear + 1 && year < 10_000) {
                return Optional.of("it is dated " + month.group() + ": a calendar without end");
            }
        }
        return Optional.empty();
    }

    /**
     * What an address has in common with others that a program made alike: digits and the values of the query taken out.
     *
     * @param key text that is equal for such addresses
     * @param most how many of them are visited
     */
    public record Shape(String key, int most) {}

    /** The shape of an address; nothing where it has no part that could be counted up. */
    public static Optional<Shape> shape(String url) {
        Optional<WebAddress> address = WebAddress.parse(url);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String path = address.get().path();
        String host = address.get().host();
        String bare = NUMBER.matcher(path).replaceAll("0");
        if (!address.get().query().isEmpty()) {
            String query = address.get().query();
            query = query.startsWith("?") ? query.substring(1) : query;
            String names = Arrays.stream(query.split("&", -1))
                    .map(pair -> pair.substring(0, pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('=')))
                    .sorted()
                    .distinct()
                    .reduce("", (a, b) -> a + "&" + b);
            boolean number = ONE_NUMBER.matcher(query).matches();
            return Optional.of(new Shape(host + bare + "?" + names, number ? ALIKE_PARAMETERS : ALIKE_QUERIES));
        }
        if (bare.equals(path)) {
            return Optional.empty();
        }
        boolean days = DAYS.matcher(bare).find();
        return Optional.of(new Shape(host + bare, days ? ALIKE_DAYS : ALIKE_NUMBERS));
    }
}
