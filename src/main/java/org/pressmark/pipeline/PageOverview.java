package org.pressmark.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.report.PageSpan;
import org.pressmark.store.Days;
import org.pressmark.store.Tx;

/** A page through time, as much of it as is looked at. */
public final class PageOverview {
    /** Instants that every database can hold, and no capture lies outside of. */
    private static final Instant NEVER_YET = Instant.parse("9000-01-01T00:00:00Z");

    private static final Instant EVER = Instant.parse("-3000-01-01T00:00:00Z");

    private final Pipeline house;

    public PageOverview(Pipeline house) {
        this.house = house;
    }

    /** The captures of an address that are wanted, and what lies around them; empty where there are none. */
    public Optional<PageSpan> of(String url, PageSpan.Wanted wanted) {
        UrlKey key = UrlKey.of(url);
        return house.store().read(tx -> {
            List<Days.Count> years = tx.days().years(key);
            return years.isEmpty() ? Optional.empty() : Optional.of(span(tx, key, years, wanted));
        });
    }

    private static PageSpan span(Tx tx, UrlKey key, List<Days.Count> years, PageSpan.Wanted wanted) {
        int captures = years.stream().mapToInt(Days.Count::captures).sum();
        Year shown = wanted.inYear().orElse(years.get(years.size() - 1).year());
        List<Days.Day> days = tx.days().of(key, shown);
        int among = wanted.inYear().isEmpty()
                ? captures
                : days.stream()
                        .filter(day -> wanted.holds(day.date()))
                        .mapToInt(Days.Day::captures)
                        .sum();
        Instant begin = wanted.first().map(PageOverview::begin).orElse(EVER);
        Instant end = wanted.behind().map(PageOverview::begin).orElse(NEVER_YET);
        List<Capture> listed = tx.days().newest(key, begin, end, wanted.from(), PageSpan.PART);
        List<Instant> begins = tx.versions().begins(key);
        return new PageSpan(
                captures,
                begins.size(),
                begins,
                captures > PageSpan.MOMENTS
                        ? List.of()
                        : tx.days().moments(key, PageSpan.MOMENTS).stream()
                                .map(moment -> new PageSpan.Moment(moment.date(), moment.failed(), moment.elsewhere()))
                                .toList(),
                years.stream()
                        .map(count -> new PageSpan.YearCount(count.year(), count.captures()))
                        .toList(),
                days.stream()
                        .map(day -> new PageSpan.Day(
                                day.date(), day.captures(), day.failed(), day.elsewhere(), day.first()))
                        .toList(),
                wanted,
                listed,
                among,
                tx.versions().numbers(listed));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
