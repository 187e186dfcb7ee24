package org.pressmark.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.FetchOutcome;

/**
 * What robots.txt allows us (RFC 9309), remembered for each scheme, host and port. An answer holds for 24 hours, a failure
 * for ten minutes, a host that takes no connection not at all.
 */
final class Robots {
    /** Our product token (RFC 9309 §2.2.1). */
    static final String TOKEN = "pressmark";

    /** crawler-commons warns of every odd line in other people's files; kept here, or it could be collected. */
    private static final Logger PARSER_LOG = Logger.getLogger(SimpleRobotRulesParser.class.getName());

    static {
        PARSER_LOG.setLevel(Level.SEVERE);
    }

    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration LIFE_OF_FAILURE = Duration.ofMinutes(10);
    private static final int MOST_ORIGINS = 2_000;

    /** Of longer files only the beginning is kept for quoting, in characters. */
    private static final int MOST_QUOTED = 1 << 16;

    private final RobotsFetch fetch;
    private final InstantSource clock;
    private final Map<String, Known> entries = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_ORIGINS;
        }
    };

    /** The rules of one origin; its lock lets one thread fetch while others of the same origin wait. */
    private static final class Known {
        @Nullable
        Rules rules;

        Instant until = Instant.MIN;
    }

    private record Rules(SimpleRobotRules rules, String text, Optional<String> trouble) {}

    /** What robots.txt says. */
    sealed interface Verdict {
        /**
         * It may be asked.
         *
         * @param crawlDelay as the file asks, before our maximum
         */
        record Allowed(Optional<Duration> crawlDelay) implements Verdict {}

        /**
         * It may not be asked.
         *
         * @param detail for people, with the line or the trouble
         */
        record Forbidden(String detail) implements Verdict {}

        /** The host takes no connection, or is to be let alone: the page cannot be had either. */
        record NotNow(FetchOutcome why) implements Verdict {}
    }

    Robots(RobotsFetch fetch, InstantSource clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    /** The verdict on a page; fetches the file where it is not known. */
    Verdict check(Target page) throws InterruptedException {
        if (page.url().encodedPath().equals("/robots.txt")) {
            return new Verdict.Allowed(Optional.empty()); // RFC 9309 §2.2.2
        }
        Known entry;
        synchronized (entries) {
            entry = entries.computeIfAbsent(page.origin(), origin -> new Known());
        }
        synchronized (entry) {
            Rules rules = entry.rules;
            Instant now = clock.instant();
            boolean setBack = entry.until.isAfter(now.plus(LIFE)); // the clock; RFC 9309 §2.4: a day is enough
            if (rules == null || !now.isBefore(entry.until) || setBack) {
                RobotsFetch.Result result = fetch.fetch(page);
                if (result instanceof RobotsFetch.Result.NotNow later) {
                    return new Verdict.NotNow(later.why());
                }
                rules = rules(page, result);
                entry.rules = rules;
                entry.until = clock.instant().plus(rules.trouble.isPresent() ? LIFE_OF_FAILURE : LIFE);
            }
            return verdict(rules, page);
        }
    }

    private static Verdict verdict(Rules rules, Target page) {
        if (rules.trouble.isPresent()) {
            return new Verdict.Forbidden(
                    rules.trouble.get() + "; by RFC 9309 nothing is asked of the site until it can");
        }
        if (rules.rules.isAllowed(page.toString())) {
            long delay = rules.rules.getCrawlDelay();
            return new Verdict.Allowed(delay > 0 ? Optional.of(Duration.ofMillis(delay)) : Optional.empty());
        }
        String path = page.toString().substring(page.origin().length());
        String line = RobotsLine.forbidding(rules.text, TOKEN, path)
                .map(found -> ": " + found)
                .orElse("");
        return new Verdict.Forbidden(page.origin() + "/robots.txt forbids " + path + " to " + TOKEN + line);
    }

    private static Rules rules(Target page, RobotsFetch.Result result) {
        if (result instanceof RobotsFetch.Result.Text found) {
            // Crawl delays are ours to cap: the parser would turn a long one into a prohibition.
            SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
            parser.setExactUserAgentMatching(true);
            SimpleRobotRules rules =
                    parser.parseContent(page.origin() + "/robots.txt", found.bytes(), "text/plain", List.of(TOKEN));
            String text = new String(found.bytes(), StandardCharsets.UTF_8);
            return new Rules(rules, text.substring(0, Math.min(text.length(), MOST_QUOTED)), Optional.empty());
        }
        if (result instanceof RobotsFetch.Result.Unreachable unreachable) {
            return new Rules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), "", Optional.of(unreachable.detail()));
        }
        return new Rules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), "", Optional.empty());
    }
}
