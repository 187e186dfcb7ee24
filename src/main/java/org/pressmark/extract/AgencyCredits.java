package org.pressmark.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;
import org.pressmark.model.Place;
import org.pressmark.text.Agencies;

/** Finds which news agencies are credited for the text; captions and mentions within sentences do not count. */
final class AgencyCredits {
    /** Datelines stand at the beginning only. */
    private static final int FIRST = 3;

    private static final int SHORT = 25;

    /** A line of the article, whatever it was written in. */
    record Line(BlockKind kind, String text, Place place) {}

    private final Map<String, Field> found = new LinkedHashMap<>();
    private final List<Line> lines;
    private final boolean teasers;
    private final Trace trace;

    private AgencyCredits(List<Line> lines, boolean front, Trace trace) {
        this.lines = lines;
        this.teasers = front || teasers(lines);
        this.trace = trace;
    }

    static List<Field> find(List<Line> lines, List<Field> authors, Trace trace) {
        return find(lines, authors, false, trace);
    }

    /** @param front true for a site's front page, where source lines stand below teasers */
    static List<Field> find(List<Line> lines, List<Field> authors, boolean front, Trace trace) {
        AgencyCredits credits = new AgencyCredits(lines, front, trace);
        credits.read();
        authors.forEach(credits::author);
        credits.found.values().forEach(field -> trace.taken("agency", field));
        return List.copyOf(credits.found.values());
    }

    /** See {@link Datelines#end}. */
    static Optional<Integer> dateline(String text) {
        return Datelines.end(text);
    }

    private void read() {
        int running = 0;
        int all = (int) lines.stream().filter(line -> running(line.kind())).count();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            switch (line.kind()) {
                case BYLINE -> all(line, line.text(), "agency.byline");
                case SOURCE_LINE -> source(line);
                case DATELINE -> dateline(line, line.text());
                case PARAGRAPH, STANDFIRST, AUTHOR_NOTE -> {
                    running++;
                    running(line, i, running, all);
                }
                case CAPTION, CREDIT -> passedOver(line);
                default -> {}
            }
        }
    }

    private static boolean running(BlockKind kind) {
        return kind == BlockKind.PARAGRAPH || kind == BlockKind.STANDFIRST || kind == BlockKind.AUTHOR_NOTE;
    }

    private void running(Line line, int at, int number, int all) {
        if (number <= FIRST) {
            Datelines.end(line.text())
                    .ifPresent(end -> dateline(line, line.text().substring(0, end)));
        }
        end(line, number > all - FIRST);
        if (number > all - 2 && Lexicon.RIGHTS.opens(line.text()) > 0 && Text.words(line.text()) <= SHORT) {
            boolean picture = at > 0 && lines.get(at - 1).kind() == BlockKind.IMAGE;
            if (!picture) {
                Agencies.all()
                        .find(line.text())
                        .forEach(hit -> put(hit.name(), line.text(), line.place(), "agency.rights"));
            }
        }
    }

    /** A source line credits the text above it. */
    private void source(Line line) {
        if (teasers) {
            trace.add(
                    "agency",
                    line.text(),
                    "agency.source-line",
                    line.place(),
                    false,
                    "belongs to a teaser: a headline follows, or this is a front page");
            return;
        }
        all(line, line.text(), "agency.source-line");
    }

    /** True where a headline stands above a source line and another below: then the page lists teasers, each with its own. */
    private static boolean teasers(List<Line> lines) {
        int stage = 0;
        for (Line line : lines) {
            boolean headline = line.kind() == BlockKind.HEADLINE;
            stage += stage == 1 && line.kind() == BlockKind.SOURCE_LINE || stage != 1 && headline ? 1 : 0;
        }
        return stage >= 3;
    }

    private void dateline(Line line, String part) {
        boolean wide = part.chars().anyMatch(c -> c >= 0x3040 && c < 0xFF00);
        List<Agencies.Found> hits =
                wide ? Agencies.all().findInCredit(part) : Agencies.all().find(part);
        hits.forEach(hit -> put(hit.name(), part, line.place(), "agency.dateline"));
        int open = Math.max(part.indexOf('('), part.indexOf('['));
        String inner = open < 0 ? part : part.substring(open + 1);
        for (String word : inner.split("[(),;/\\[\\]—–-]", -1)) {
            AgencyNames.part(word).ifPresent(name -> put(name, part, line.place(), "agency.dateline"));
        }
    }

    private void all(Line line, String part, String rule) {
        AgencyNames.credited(part).forEach(name -> put(name, part, line.place(), rule));
    }

    private void put(String name, String exact, Place place, String rule) {
        found.putIfAbsent(name, new Field(name, exact, place, rule));
    }

    /** {@code … said the minister. (dpa)}; a name that is an ordinary word too counts at the very end only. */
    private void end(Line line, boolean last) {
        String text = line.text().strip();
        int open = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
        if (open > 0
                && text.length() - open < 45
                && (text.endsWith(")") || text.endsWith("]") || text.endsWith(").") || text.endsWith("）"))) {
            String mark = text.substring(open).replaceAll("\\.$", "");
            if (Lines.endMark(mark)) {
                String inner = mark.replaceAll("[()\\[\\]]", "");
                Agencies.all().find(inner).forEach(hit -> put(hit.name(), mark, line.place(), "agency.end-mark"));
                for (String word : last ? inner.split("[/,;+& ]+", -1) : new String[0]) {
                    AgencyNames.part(word).ifPresent(name -> put(name, mark, line.place(), "agency.end-mark"));
                }
            }
        }
    }

    private void author(Field author) {
        String value = author.value();
        for (Agencies.Found hit : Agencies.all().findInCredit(value)) {
            String name = value.substring(hit.start(), hit.end());
            boolean most = hit.end() - hit.start() > value.length() * 0.5;
            if ((most || value.contains("/") || value.contains("("))
                    && AgencyNames.part(name).isPresent()) {
                put(hit.name(), author.exact(), author.place(), "agency.author");
            } else {
                trace.add("agency", hit.name(), "agency.author", author.place(), false, "is a part of a person's name");
            }
        }
    }

    private void passedOver(Line line) {
        if (trace.on()) {
            Agencies.all()
                    .find(line.text())
                    .forEach(hit -> trace.add(
                            "agency",
                            hit.name(),
                            "agency." + line.kind().word(),
                            line.place(),
                            false,
                            "is credited for the picture"));
        }
    }
}
