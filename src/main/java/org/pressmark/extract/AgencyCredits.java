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
    /** A line of the article, whatever it was written in. */
    record Line(BlockKind kind, String text, Place place) {}

    private final Map<String, Field> found = new LinkedHashMap<>();

    private AgencyCredits() {}

    static List<Field> find(List<Line> lines, List<Field> authors) {
        AgencyCredits credits = new AgencyCredits();
        int running = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            switch (line.kind()) {
                case BYLINE -> credits.all(line, line.text(), "agency.byline");
                case SOURCE_LINE -> credits.all(line, line.text(), "agency.source-line");
                case DATELINE -> credits.all(line, line.text(), "agency.dateline");
                case PARAGRAPH, STANDFIRST, AUTHOR_NOTE -> {
                    running++;
                    if (running <= 3) {
                        dateline(line.text())
                                .ifPresent(end -> credits.all(line, line.text().substring(0, end), "agency.dateline"));
                    }
                    credits.end(line);
                }
                default -> {}
            }
        }
        for (Field author : authors) {
            Agencies.all().findInCredit(author.value()).stream()
                    .filter(hit -> hit.end() - hit.start() > author.value().length() * 0.5
                            || author.value().contains("/")
                            || author.value().contains("("))
                    .forEach(hit -> credits.put(hit.name(), author.exact(), author.place(), "agency.author"));
        }
        return List.copyOf(credits.found.values());
    }

    private void all(Line line, String part, String rule) {
        for (Agencies.Found hit : Agencies.all().findInCredit(part)) {
            put(hit.name(), part, line.place(), rule);
        }
    }

    private void put(String name, String exact, Place place, String rule) {
        found.putIfAbsent(name, new Field(name, exact, place, rule));
    }

    /** {@code … said the minister. (dpa)} */
    private void end(Line line) {
        String text = line.text().strip();
        int open = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
        if (open > 0
                && text.length() - open < 45
                && (text.endsWith(")") || text.endsWith("]") || text.endsWith(")."))) {
            String mark = text.substring(open).replaceAll("\\.$", "");
            if (Lines.endMark(mark)) {
                all(line, mark, "agency.end-mark");
            }
        }
    }

    /**
     * The end of a dateline that names an agency at the beginning of a paragraph ({@code PARIS (AFP) — },
     * {@code Berlin/Wien (dpa) - }, {@code (Reuters) - }); empty where there is none.
     */
    static Optional<Integer> dateline(String text) {
        int open = text.indexOf('(');
        int end = -1;
        if (open >= 0 && open < 60) {
            int close = text.indexOf(')', open);
            if (close > 0
                    && close - open < 40
                    && Lines.endMark(text.substring(open, close + 1))
                    && placeName(text.substring(0, open))) {
                end = dash(text, close + 1);
                if (end < 0 && open > 0 && close + 1 < text.length()) {
                    end = text.charAt(close + 1) == ' ' || text.charAt(close + 1) == '.' ? close + 1 : -1;
                }
            }
        }
        if (end < 0) {
            int dash = firstDash(text);
            if (dash > 0 && dash < 70) {
                String head = text.substring(0, dash);
                int slash = Math.max(head.lastIndexOf(','), head.lastIndexOf('/'));
                String last = slash < 0 ? head : head.substring(slash + 1);
                if (Agencies.all().canonical(last.strip()).isPresent()) {
                    end = dash(text, dash);
                }
            }
        }
        return end < 0 ? Optional.empty() : Optional.of(end);
    }

    private static boolean placeName(String text) {
        String head = text.strip();
        return head.isEmpty()
                || head.length() < 60
                        && Text.words(head) <= 8
                        && (Character.isUpperCase(head.charAt(0)) || !Character.isLowerCase(head.charAt(0)));
    }

    /** Past the dash (or hyphen, or stop) that ends a dateline, −1 where there is none. */
    private static int dash(String text, int from) {
        int i = from;
        while (i < text.length() && (Text.blank(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        int dashes = i;
        while (i < text.length() && "-–—―:".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i == dashes) {
            return -1;
        }
        while (i < text.length() && Text.blank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int firstDash(String text) {
        for (int i = 0; i < Math.min(text.length(), 80); i++) {
            char c = text.charAt(i);
            if (c == '—' || c == '–' || c == '―' || c == '-' && i > 0 && text.charAt(i - 1) == ' ') {
                return i;
            }
        }
        return -1;
    }
}
