package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.report.Health;
import org.pressmark.report.PageSpan;
import org.pressmark.testing.TestWarc;
import org.pressmark.testing.WarcMaker;

/** A page that was captured three thousand times: eight times a day, an error at each noon, for four hundred days nothing else. */
final class ManyCapturesTest {
    private static final String URL = "http://often.example/front";
    private static final Instant BEGIN = Instant.parse("2020-06-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofHours(3);
    private static final int ALL = 3_000;

    @TempDir
    private static Path folder;

    private static @Nullable Pipeline opened;

    @BeforeAll
    static void fill() throws IOException {
        Settings settings = Settings.defaults()
                .with(Map.of(
                        Setting.ARCHIVE_DIR,
                        new Settings.Value(folder.resolve("a").toString(), "test")));
        Pipeline house = Pipeline.open(settings, "test", finding -> {});
        opened = house;
        WarcMaker maker = new WarcMaker();
        String words = "<p>The words of the front page, as many of them as an article has at the very least.</p>";
        maker.page(URL, BEGIN.toString(), "<article><h1>First of all</h1>" + words.repeat(4) + "</article>");
        new ImportFiles(house)
                .archiveFile(maker.write(folder.resolve("one.warc.gz")), (name, doing, done, total, n) -> {});
        Capture first =
                house.store().read(tx -> tx.captures().latest(UrlKey.of(URL))).orElseThrow();
        List<Capture> rows = new ArrayList<>();
        for (int i = 1; i < ALL; i++) {
            boolean failed = i % 8 == 4 || (i >= 1_000 && i < 2_000);
            rows.add(new Capture(
                    "urn:uuid:" + new UUID(7, i),
                    URL,
                    first.key(),
                    BEGIN.plus(BETWEEN.multipliedBy(i)),
                    Capture.Kind.RESPONSE,
                    Capture.Role.PAGE,
                    failed ? 503 : 200,
                    "text/html",
                    first.payload(),
                    first.payloadLength(),
                    first.location(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        house.store().write(tx -> tx.captures().insertAll(rows));
    }

    @AfterAll
    static void close() throws IOException {
        house().close();
    }

    private static Pipeline house() {
        Pipeline house = opened;
        if (house == null) {
            throw new IllegalStateException("expected an open archive, found none");
        }
        return house;
    }

    private static PageSpan span(Optional<LocalDate> day, Optional<Year> year, int from) {
        return new PageOverview(house())
                .of(URL, new PageSpan.Wanted(day, Optional.empty(), year, from))
                .orElseThrow();
    }

    @Test
    void theLastYearIsShownByDayAndTheLastCapturesAreListed() {
        PageSpan span = span(Optional.empty(), Optional.empty(), 0);
        assertEquals(ALL, span.captures());
        assertEquals(1, span.texts());
        assertEquals(List.of(), span.moments(), "too many to stand each by itself");
        assertEquals(
                List.of(Year.of(2020), Year.of(2021)),
                span.years().stream().map(PageSpan.YearCount::year).toList());
        assertEquals(
                ALL,
                span.years().stream().mapToInt(PageSpan.YearCount::captures).sum());
        assertEquals(LocalDate.parse("2021-01-01"), span.days().get(0).date());
        assertEquals(PageSpan.PART, span.listed().size());
        assertEquals(
                BEGIN.plus(BETWEEN.multipliedBy(ALL - 1L)), span.listed().get(0).date());
    }

    @Test
    void aDayHasItsCapturesAndAYearItsParts() {
        PageSpan day = span(Optional.of(LocalDate.parse("2020-06-01")), Optional.empty(), 0);
        assertEquals(8, day.among());
        assertEquals(8, day.listed().size());
        assertEquals(
                new PageSpan.Day(LocalDate.parse("2020-06-01"), 8, 1, 0, BEGIN),
                day.days().get(0));
        assertEquals(Map.of(day.listed().get(7).recordId(), 1), day.versionOf());
        PageSpan year = span(Optional.empty(), Optional.of(Year.of(2020)), 1_700);
        assertEquals(1_712, year.among());
        assertEquals(12, year.listed().size());
        assertEquals(BEGIN, year.listed().get(11).date());
    }

    @Test
    void theNearestThatShowsSomethingIsFoundBeyondAThousandErrors() {
        FindMemento find = new FindMemento(house());
        Instant amongErrors = BEGIN.plus(BETWEEN.multipliedBy(1_400));
        assertEquals(
                BEGIN.plus(BETWEEN.multipliedBy(999)),
                find.page(URL, Optional.of(amongErrors.plusSeconds(60)))
                        .orElseThrow()
                        .capture()
                        .date());
        assertEquals(
                amongErrors,
                find.page(URL, Optional.of(amongErrors)).orElseThrow().capture().date(),
                "named by its second");
        assertEquals(
                BEGIN.plus(BETWEEN.multipliedBy(ALL - 1L)),
                find.page(URL, Optional.empty()).orElseThrow().capture().date());
        assertEquals(
                BEGIN,
                find.page(URL, Optional.of(Instant.parse("1999-01-01T00:00:00Z")))
                        .orElseThrow()
                        .capture()
                        .date());
    }

    @Test
    void aCaptureKnowsItsPlace() {
        Capture third = house().store()
                .read(tx -> tx.captures().of(UrlKey.of(URL), 2, 1))
                .get(0);
        assertEquals(3, new FindMemento(house()).rank(third));
        assertTrue(new PageOverview(house())
                .of("http://never.example/", PageSpan.Wanted.all(0))
                .isEmpty());
    }

    @Test
    void theLastCheckIsKept() throws IOException {
        Health before = new ArchiveHealth(house()).now();
        assertTrue(before.verified().isEmpty());
        assertTrue(before.unverified().endsWith("never verified"), before.unverified());
        assertTrue(before.unread().orElseThrow().oldest().isPresent());
        VerifyArchive.Verified verified = new VerifyArchive(house()).verify((file, done, total) -> {});
        ArchiveHealth health = new ArchiveHealth(house());
        assertEquals(verified.records(), health.now().verified().orElseThrow().records());
        assertEquals("nothing: the last check read all there is", health.now().unverified());
        String later = "http://later.example/";
        Path file = new TestWarc()
                .page(later, "2001-01-01T00:00:00Z", "<title>Later</title>")
                .write(folder.resolve("later.warc.gz"));
        new ImportFiles(house()).archiveFile(file, (name, doing, done, total, captures) -> {});
        assertEquals(
                later,
                health.now().unread().orElseThrow().oldest().orElseThrow().url());
        assertTrue(
                health.now().unverified().endsWith("in 1 file stored since the last check"),
                health.now().unverified());
    }
}
