package org.pressmark.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.crawl.Visit.Result;
import org.pressmark.model.Cron;
import org.pressmark.model.Schedule;
import org.pressmark.model.VisitHistory;

class RevisitsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Schedule.Adaptive HOURLY =
            new Schedule.Adaptive(HOUR, Duration.ofDays(7), Duration.ofDays(90));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final VisitHistory NEW = VisitHistory.fresh(NOON, Optional.empty());

    private static Revisits.Plan visits(VisitHistory from, Instant at, Result... results) {
        Revisits.Plan plan = new Revisits.Plan(from, Optional.of(at));
        for (Result result : results) {
            plan = Revisits.after(plan.history(), Visit.of(plan.due().orElseThrow(), result), HOURLY);
        }
        return plan;
    }

    private static Duration longestWait(Duration age) {
        Revisits.Plan plan = visits(NEW, NOON, Result.CHANGED);
        Duration wait = Duration.ZERO;
        while (plan.due().orElseThrow().isBefore(NOON.plus(age))) {
            Instant at = plan.due().orElseThrow();
            plan = Revisits.after(plan.history(), Visit.of(at, Result.SAME), HOURLY);
            wait = plan.history().interval();
        }
        return wait;
    }

    @Test
    void catchesTheEditsOfASimulatedSiteForLessThanTwoFifthsOfAFixedSchedule() {
        for (int days : new int[] {14, 30}) {
            SimulatedSite site = new SimulatedSite(1_000, Duration.ofDays(days), 0.02, 42);
            SimulatedSite.Score ours = site.adaptive(HOURLY, HOUR.multipliedBy(2), 0, 0);
            assertTrue(ours.share() >= 0.95, days + " days: caught " + ours);
            SimulatedSite.Score fixed = asGood(site, ours.share());
            assertTrue(ours.requests() <= 0.4 * fixed.requests(), days + " days: " + ours + " against " + fixed);
        }
    }

    @Test
    void feedsThatSpeakOfEditsSaveNothingButCatchMore() {
        SimulatedSite site = new SimulatedSite(1_000, Duration.ofDays(30), 0, 42);
        SimulatedSite.Score silent = site.adaptive(HOURLY, HOUR.multipliedBy(2), 0, 0);
        SimulatedSite.Score stated = site.adaptive(HOURLY, HOUR.multipliedBy(2), 0.8, 0);
        assertTrue(stated.share() > silent.share(), silent + " and with hints " + stated);
    }

    @Test
    void aFeedThatLiesCostsLittle() {
        SimulatedSite site = new SimulatedSite(1_000, Duration.ofDays(30), 0, 42);
        SimulatedSite.Score honest = site.adaptive(HOURLY, HOUR.multipliedBy(2), 0.8, 0);
        SimulatedSite.Score lying = site.adaptive(HOURLY, HOUR.multipliedBy(2), 0.8, 1_000);
        assertTrue(lying.share() >= 0.95, lying.toString());
        assertTrue(lying.requests() < honest.requests() * 1.25, honest + " and with lies " + lying);
    }

    /** The slowest fixed schedule that catches this share. */
    private static SimulatedSite.Score asGood(SimulatedSite site, double share) {
        SimulatedSite.Score best = site.fixed(HOUR, HOUR.multipliedBy(2));
        for (int minutes = 65; minutes < 240; minutes += 5) {
            SimulatedSite.Score score = site.fixed(Duration.ofMinutes(minutes), HOUR.multipliedBy(2));
            if (score.share() >= share) {
                best = score;
            }
        }
        return best;
    }

    @Test
    void visitsFreshArticlesAtLeastTwiceIntervalApartThenBacksOff() {
        assertTrue(longestWait(Duration.ofHours(47)).compareTo(HOUR.multipliedBy(2)) < 0);
        assertTrue(longestWait(Duration.ofDays(6)).compareTo(HOUR.multipliedBy(8)) > 0);
        assertEquals(Duration.ofDays(7), longestWait(Duration.ofDays(80)), "never slower than the slowest");
    }

    @Test
    void anEditBringsTheVisitsBack() {
        Result[] quiet = new Result[40];
        java.util.Arrays.fill(quiet, Result.SAME);
        Revisits.Plan before = visits(NEW, NOON, quiet);
        Revisits.Plan after = visits(before.history(), before.due().orElseThrow(), Result.CHANGED);
        assertTrue(after.history().interval().compareTo(before.history().interval()) < 0);
        assertEquals(1, after.history().edits());
    }

    @Test
    void theFirstCaptureIsNoEdit() {
        assertEquals(0, visits(NEW, NOON, Result.CHANGED).history().edits());
    }

    @Test
    void wallsErrorsAndRefusalsChangeNothingOfWhatWasLearnt() {
        Revisits.Plan learnt = visits(NEW, NOON, Result.CHANGED, Result.SAME, Result.SAME, Result.CHANGED);
        for (Result miss : new Result[] {Result.WALL, Result.FAILED, Result.GONE, Result.REFUSED}) {
            Revisits.Plan missed = visits(learnt.history(), learnt.due().orElseThrow(), miss);
            assertEquals(learnt.history().interval(), missed.history().interval(), miss.name());
            assertEquals(learnt.history().edits(), missed.history().edits(), miss.name());
            assertEquals(learnt.history().seen(), missed.history().seen(), miss.name());
            assertTrue(missed.due().orElseThrow().isAfter(learnt.due().orElseThrow()), miss.name());
        }
    }

    @Test
    void repeatedFailuresWaitLongerUpToADay() {
        Result[] failures = new Result[12];
        java.util.Arrays.fill(failures, Result.FAILED);
        Revisits.Plan once = visits(NEW, NOON, Result.FAILED);
        assertEquals(NOON.plus(HOUR.dividedBy(4)), once.due().orElseThrow());
        Revisits.Plan often = visits(NEW, NOON, failures);
        Revisits.Plan oftener = visits(often.history(), often.due().orElseThrow(), Result.FAILED);
        assertEquals(
                Duration.ofDays(1),
                Duration.between(often.due().orElseThrow(), oftener.due().orElseThrow()));
    }

    @Test
    void staysAwayAsLongAsTheServerAsks() {
        Visit limited = new Visit(NOON, Result.FAILED, Optional.of(Duration.ofHours(5)), Optional.empty(), false);
        assertEquals(
                Optional.of(NOON.plus(Duration.ofHours(5))),
                Revisits.after(NEW, limited, HOURLY).due());
    }

    @Test
    void aLongMaxAgeMakesTheWaitLongerButNotLongerThanTwoIntervals() {
        Visit cached = new Visit(NOON, Result.SAME, Optional.empty(), Optional.of(Duration.ofDays(365)), false);
        Instant due = Revisits.after(NEW, cached, HOURLY).due().orElseThrow();
        assertTrue(due.isAfter(NOON.plus(HOUR)) && due.isBefore(NOON.plus(HOUR.multipliedBy(2))), due.toString());
    }

    @Test
    void aHintMovesTheVisitForwardAndIsNoEdit() {
        Revisits.Plan learnt = visits(NEW, NOON, Result.CHANGED);
        Instant later = NOON.plus(Duration.ofMinutes(40));
        assertEquals(Optional.of(later), Revisits.hinted(learnt.history(), later.minusSeconds(60), later, HOURLY));
        assertEquals(
                Optional.empty(),
                Revisits.hinted(learnt.history(), NOON.minusSeconds(60), later, HOURLY),
                "older than what was seen");
        assertEquals(
                Optional.empty(),
                Revisits.hinted(learnt.history(), later.plusSeconds(3600), later, HOURLY),
                "a date in the future is no hint");
        Revisits.Plan same = Revisits.after(
                learnt.history(), new Visit(later, Result.SAME, Optional.empty(), Optional.empty(), true), HOURLY);
        assertEquals(0, same.history().edits());
        assertEquals(1, same.history().misled());
    }

    @Test
    void anArticleThatWasNotEditedForLongIsLeftAlone() {
        Instant late = NOON.plus(Duration.ofDays(91));
        assertEquals(Optional.empty(), visits(NEW, late, Result.SAME).due());
        VisitHistory edited = visits(visits(NEW, NOON, Result.CHANGED).history(), late, Result.CHANGED)
                .history();
        assertTrue(visits(edited, late.plus(HOUR), Result.SAME).due().isPresent(), "but not one that was edited then");
    }

    @Test
    void onceMeansOnceAndCronMeansItsTimes() {
        assertEquals(
                Optional.empty(),
                Revisits.after(NEW, Visit.of(NOON, Result.CHANGED), new Schedule.Once())
                        .due());
        Schedule daily = new Schedule.Fixed(new Cron("30 6 * * *"), Duration.ofDays(90));
        assertEquals(
                Optional.of(Instant.parse("2026-03-02T06:30:00Z")),
                Revisits.after(NEW, Visit.of(NOON, Result.SAME), daily).due());
    }

    @Test
    void aFeedIsReadEveryIntervalAndMoreSeldomWhenQuiet() {
        assertEquals(Optional.of(NOON.plus(HOUR)), Revisits.entry(NEW, Visit.of(NOON, Result.SAME), HOURLY));
        Instant week = NOON.plus(Duration.ofDays(7));
        assertEquals(
                Optional.of(week.plus(HOUR.multipliedBy(8))), Revisits.entry(NEW, Visit.of(week, Result.SAME), HOURLY));
    }
}
