package org.pressmark.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.pressmark.crawl.Visit.Result;
import org.pressmark.model.Schedule;
import org.pressmark.model.VisitHistory;

/**
 * A site of articles whose edits are known, and a reader of it that knows nothing but what its visits show. Articles come out
 * over some days; two in five are edited, the first time after a wait whose logarithm is normal (median two hours), then each
 * time again with the chance of one half.
 */
final class SimulatedSite {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    final Duration length;
    private final List<Article> articles = new ArrayList<>();
    private final Random chance;
    private final double failures;

    record Article(Instant published, List<Instant> edits) {}

    /**
     * What a way of visiting achieved.
     *
     * @param caught edits that a visit saw within the time allowed
     */
    record Score(long requests, long edits, long caught) {
        double share() {
            return (double) caught / edits;
        }
    }

    SimulatedSite(int count, Duration length, double failures, long seed) {
        this.length = length;
        this.failures = failures;
        this.chance = new Random(seed);
        for (int i = 0; i < count; i++) {
            Instant published = START.plusSeconds(
                    (long) (chance.nextDouble() * Duration.ofDays(7).toSeconds()));
            List<Instant> edits = new ArrayList<>();
            Instant at = published;
            for (double p = 0.4; chance.nextDouble() < p; p = 0.5) {
                double hours = Math.exp(Math.log(2) + 1.5 * chance.nextGaussian());
                at = at.plusSeconds((long) (hours * 3600));
                if (at.isBefore(end())) {
                    edits.add(at);
                }
            }
            articles.add(new Article(published, edits));
        }
    }

    Instant end() {
        return START.plus(length);
    }

    /** Every article at every interval. */
    Score fixed(Duration interval, Duration allowed) {
        long requests = 0;
        long caught = 0;
        for (Article article : articles) {
            List<Instant> visits = new ArrayList<>();
            for (Instant at = article.published(); at.isBefore(end()); at = at.plus(interval)) {
                requests++;
                if (chance.nextDouble() >= failures) {
                    visits.add(at);
                }
            }
            caught += caught(article, visits, allowed);
        }
        return new Score(requests, edits(), caught);
    }

    /**
     * By the policy.
     *
     * @param stated the share of edits that the feed speaks of; it is read once an interval and costs a request
     * @param lies how many articles the feed calls changed at each reading though they are not
     */
    Score adaptive(Schedule.Adaptive schedule, Duration allowed, double stated, int lies) {
        Reader[] readers = articles.stream().map(Reader::new).toArray(Reader[]::new);
        PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::at));
        Arrays.stream(readers).forEach(reader -> turns.add(new Turn(reader.article.published(), reader, false)));
        long requests = stated > 0 ? length.dividedBy(schedule.interval()) : 0;
        Instant feed = START;
        while (!turns.isEmpty()) {
            Turn turn = turns.remove();
            for (; stated > 0 && feed.isBefore(turn.at); feed = feed.plus(schedule.interval())) {
                speak(feed, readers, schedule, stated, lies, turns);
            }
            Reader reader = turn.reader;
            if (turn.at.isBefore(end()) && reader.due.filter(turn.at::equals).isPresent()) {
                requests++;
                reader.visit(turn.at, turn.hinted, chance.nextDouble() < failures, schedule);
                reader.due.ifPresent(at -> turns.add(new Turn(at, reader, false)));
            }
        }
        long caught = Arrays.stream(readers)
                .mapToLong(reader -> caught(reader.article, reader.visits, allowed))
                .sum();
        return new Score(requests, edits(), caught);
    }

    /** The feed as it is read once: what it says of each article may move the next visit. */
    private void speak(
            Instant now, Reader[] readers, Schedule schedule, double stated, int lies, PriorityQueue<Turn> turns) {
        Instant before = now.minus(((Schedule.Adaptive) schedule).interval());
        for (Reader reader : readers) {
            for (Instant edit : reader.article.edits()) {
                if (!edit.isAfter(now) && edit.isAfter(before) && chance.nextDouble() < stated) {
                    reader.hear(edit, now, schedule, turns);
                }
            }
        }
        for (int i = 0; i < lies; i++) {
            readers[chance.nextInt(readers.length)].hear(now, now, schedule, turns);
        }
    }

    private long edits() {
        return articles.stream().mapToLong(article -> article.edits().size()).sum();
    }

    private static long caught(Article article, List<Instant> visits, Duration allowed) {
        return article.edits().stream()
                .filter(edit ->
                        visits.stream().anyMatch(visit -> !visit.isBefore(edit) && !visit.isAfter(edit.plus(allowed))))
                .count();
    }

    private record Turn(Instant at, Reader reader, boolean hinted) {}

    /** What a crawler knows of one article. */
    private static final class Reader {
        final Article article;
        final List<Instant> visits = new ArrayList<>();
        VisitHistory history;
        Optional<Instant> due;
        private long seenEdits;

        Reader(Article article) {
            this.article = article;
            this.history = VisitHistory.fresh(article.published(), Optional.empty());
            this.due = Optional.of(article.published());
        }

        void visit(Instant at, boolean hinted, boolean fails, Schedule schedule) {
            long edits =
                    article.edits().stream().filter(edit -> !edit.isAfter(at)).count();
            Result result = fails ? Result.FAILED : edits > seenEdits ? Result.CHANGED : Result.SAME;
            if (!fails) {
                visits.add(at);
                seenEdits = edits;
            }
            Revisits.Plan plan = Revisits.after(
                    history, new Visit(at, result, Optional.empty(), Optional.empty(), hinted), schedule);
            history = plan.history();
            due = plan.due();
        }

        void hear(Instant modified, Instant now, Schedule schedule, PriorityQueue<Turn> turns) {
            Revisits.hinted(history, modified, now, schedule)
                    .filter(at -> due.isEmpty() || at.isBefore(due.get()))
                    .ifPresent(at -> {
                        due = Optional.of(at);
                        turns.add(new Turn(at, this, true));
                    });
        }
    }
}
