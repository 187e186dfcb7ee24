package org.pressmark.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pressmark.compare.Quotes.Quote;
import org.pressmark.compare.Speakers.Attribution;
import org.pressmark.model.Article;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Change.Span;

/**
 * Measures, no test: direct quotations and their speakers against a corpus of attributions in stand-off files
 * ({@code text/NAME.txt}, {@code attributions/NAME_WHO.ann}), as PolNeAR has them. Arguments: the folder that holds both,
 * and, to read what went wrong, a number of misses to print.
 */
final class QuotationFigures {
    private static final String MARKS = "\"“”„«»";

    private record Range(int start, int end) {
        boolean meets(Range other) {
            return start < other.end && other.start < end;
        }
    }

    /** What somebody said: its pieces, and the words for the one who said it. */
    private record Said(List<Range> content, List<Range> source) {}

    private record Found(Range range, int words, @Nullable Range speaker, String name) {}

    private final PrintWriter out;
    private int misses;
    private int spans;
    private int spansFound;
    private int quotes;
    private int quotesRight;
    private int sourced;
    private int named;
    private int speakersRight;

    private QuotationFigures(PrintWriter out, int misses) {
        this.out = out;
        this.misses = misses;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        QuotationFigures figures = new QuotationFigures(out, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0);
        Map<String, List<Path>> files = new TreeMap<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.resolve("attributions"), "*.ann")) {
            for (Path file : stream) {
                String name = file.getFileName().toString();
                files.computeIfAbsent(name.substring(0, name.lastIndexOf('_')), key -> new ArrayList<>())
                        .add(file);
            }
        }
        for (Map.Entry<String, List<Path>> entry : files.entrySet()) {
            Path text = folder.resolve("text").resolve(entry.getKey() + ".txt");
            if (Files.exists(text)) { // where several people marked one text, the first of them counts
                entry.getValue().sort(null);
                figures.article(Files.readString(text), said(entry.getValue().get(0)));
            }
        }
        figures.print();
    }

    private static List<Said> said(Path file) {
        Map<String, List<Range>> ranges = new HashMap<>();
        List<Said> out = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", -1);
                if (line.startsWith("T") && parts.length > 1) {
                    ranges.put(parts[0], ranges(parts[1].substring(parts[1].indexOf(' ') + 1)));
                }
            }
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("E") && line.indexOf('\t') > 0) {
                    List<Range> content = new ArrayList<>();
                    List<Range> source = new ArrayList<>();
                    for (String role : line.split("\t", -1)[1].split(" ", -1)) {
                        List<Range> there = ranges.getOrDefault(role.substring(role.indexOf(':') + 1), List.of());
                        (role.startsWith("Content")
                                        ? content
                                        : role.startsWith("Source") ? source : new ArrayList<Range>())
                                .addAll(there);
                    }
                    out.add(new Said(content, source));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return out;
    }

    private static List<Range> ranges(String text) {
        List<Range> out = new ArrayList<>();
        for (String piece : text.split(";", -1)) {
            String[] ends = piece.split(" ", -1);
            out.add(new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
        }
        return out;
    }

    private void article(String text, List<Said> said) {
        List<Found> found = found(text);
        for (Said one : said) {
            for (Range piece : one.content()) {
                Range inner = inner(text, piece);
                if (inner.start() == piece.start()) {
                    continue; // no direct quotation from its first word on
                }
                spans++;
                @Nullable
                Found match = found.stream()
                        .filter(there -> Math.abs(there.range().start() - inner.start()) <= 2
                                && Math.abs(there.range().end() - inner.end()) <= 2)
                        .findFirst()
                        .orElse(null);
                spansFound += match == null ? 0 : 1;
                miss(match == null, "span", text, inner, "");
                speaker(text, match, one.source(), inner);
            }
        }
        for (Found there : found) {
            if (there.words() >= BodyRules.WholeQuote.LEAST_WORDS) {
                quotes++;
                quotesRight +=
                        said.stream().anyMatch(one -> one.content().stream().anyMatch(there.range()::meets)) ? 1 : 0;
            }
        }
    }

    private void speaker(String text, @Nullable Found match, List<Range> source, Range inner) {
        if (match == null || source.isEmpty()) {
            return;
        }
        sourced++;
        if (match.name().isEmpty() && match.speaker() == null) {
            miss(true, "nobody for " + words(text, source), text, inner, "");
            return;
        }
        named++;
        Range speaker = match.speaker();
        boolean right = speaker != null && source.stream().anyMatch(speaker::meets)
                || !match.name().isEmpty() && words(text, source).contains(last(match.name()));
        speakersRight += right ? 1 : 0;
        miss(!right, "speaker " + match.name() + " for " + words(text, source), text, inner, "");
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static String words(String text, List<Range> ranges) {
        StringBuilder out = new StringBuilder();
        ranges.forEach(range -> out.append(out.length() == 0 ? "" : " … ").append(text, range.start(), range.end()));
        return out.toString();
    }

    private void miss(boolean is, String what, String text, Range inner, String more) {
        if (is && misses-- > 0) {
            int from = Math.max(0, inner.start() - 130);
            int to = Math.min(text.length(), inner.end() + 130);
            out.println(what + more + ": …" + text.substring(from, inner.start()) + "⟦"
                    + text.substring(inner.start(), inner.end()) + "⟧" + text.substring(inner.end(), to) + "…\n");
        }
    }

    /** The words between marks of a piece that begins with one; the piece itself where it does not. */
    private static Range inner(String text, Range piece) {
        int start = piece.start();
        int end = piece.end();
        while (end > start
                && MARKS.indexOf(text.charAt(end - 1)) < 0
                && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        boolean opens = start < end && MARKS.indexOf(text.charAt(start)) >= 0;
        int close = opens ? nextMark(text, start + 1, end) : -1;
        return close < 0 ? piece : new Range(start + 1, close);
    }

    private static int nextMark(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<Found> found(String text) {
        Articles builder = Articles.article();
        List<Integer> starts = new ArrayList<>();
        List<Integer> blocks = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            builder.with(BlockKind.PARAGRAPH, line);
            blocks.add(starts.size());
            starts.add(start);
            start += line.length() + 1;
        }
        Article article = builder.build();
        Lexicon lexicon = Lexicon.of("en", "en", "");
        Doc doc = Doc.of(article, blocks, Map.of(), lexicon);
        Quotes quotes = new Quotes(doc, new Words(doc, lexicon, new Words.Book()));
        Speakers speakers = new Speakers(doc, quotes, lexicon);
        List<Found> out = new ArrayList<>();
        for (Quote quote : quotes.all()) {
            if (quote.depth() == 0 && quote.from() < quote.to() && quote.open() >= 0) {
                Attribution there = speakers.of(quote.index());
                out.add(new Found(
                        range(doc, starts, quote.from(), quote.to()),
                        quote.words(),
                        there.from() < 0 ? null : range(doc, starts, there.from(), there.to()),
                        there.name()));
            }
        }
        return out;
    }

    private static Range range(Doc doc, List<Integer> starts, int from, int to) {
        List<Span> spans = doc.spans(from, to);
        Span first = spans.get(0);
        Span last = spans.get(spans.size() - 1);
        return new Range(starts.get(first.block()) + first.start(), starts.get(last.block()) + last.end());
    }

    private void print() {
        out.printf(
                "direct quotations marked %d, found with both borders %d: recall %.3f%n",
                spans, spansFound, part(spansFound, spans));
        out.printf(
                "quotations of four words and more found %d, marked as said %d: precision %.3f%n",
                quotes, quotesRight, part(quotesRight, quotes));
        out.printf(
                "with a marked source %d, a speaker given %d, the right one %d: precision %.3f, recall %.3f%n",
                sourced, named, speakersRight, part(speakersRight, named), part(speakersRight, sourced));
    }

    private static double part(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }
}
