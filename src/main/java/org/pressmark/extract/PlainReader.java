package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Comment;
import org.pressmark.model.Field;
import org.pressmark.model.Place;
import org.pressmark.text.Agencies;

/** Reads plain text and Markdown into an article: paragraphs by empty lines, kinds by their words and marks. */
final class PlainReader {
    private static final int HEADLINE = 40;

    private final Source source;
    private final boolean markdown;
    private final String whole;
    private final List<PlainLine> lines;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Field> notes = new ArrayList<>();
    private List<Comment> comments = List.of();
    private final MarkdownParts parts;
    private boolean text;
    private boolean headed;
    private int paragraphs;

    private PlainReader(Source source, boolean markdown) {
        this.source = source;
        this.markdown = markdown;
        this.notes.addAll(source.notes());
        this.whole = Bounds.within(source, '\n', notes);
        this.lines = PlainLine.of(whole);
        this.parts = new MarkdownParts(source, markdown ? lines : List.of());
    }

    static Article read(Source source, String url, boolean markdown, Trace trace) {
        PlainReader reader = new PlainReader(source, markdown);
        reader.blocks();
        return reader.article(url, trace);
    }

    private Article article(String url, Trace trace) {
        Optional<Field> headline = blocks.stream()
                .filter(block -> block.kind() == BlockKind.HEADLINE)
                .findFirst()
                .map(block -> new Field(block.text(), block.text(), block.place(), "headline.first-line"));
        List<Field> authors = new ArrayList<>();
        List<Field> facts = new ArrayList<>(parts.facts);
        if (headline.isEmpty()) {
            headline = fact("front-matter.title", "headline.front-matter");
        }
        fact("front-matter.author", "author.front-matter").ifPresent(authors::add);
        Optional<Field> published = fact("front-matter.date", "date.front-matter")
                .flatMap(field -> Dates.find(field.value(), "")
                        .map(found -> new Field(found.iso(), field.exact(), field.place(), field.rule())));
        for (Block block : blocks) {
            if (block.kind() == BlockKind.BYLINE && authors.isEmpty()) {
                for (String name : PersonNames.split(block.text())) {
                    authors.add(new Field(name, block.text(), block.place(), "author.byline"));
                }
            }
            if (block.kind() == BlockKind.TIMESTAMP && published.isEmpty()) {
                published = Dates.find(block.text(), "")
                        .map(found -> new Field(found.iso(), block.text(), block.place(), "date.line"));
            }
        }
        Article article = new Article(
                Extractor.NAME,
                url,
                Language.detect(HtmlReader.running(blocks)),
                headline,
                authors,
                published,
                Optional.empty(),
                AgencyCredits.find(HtmlReader.lines(blocks), authors, trace),
                Optional.empty(),
                facts,
                blocks,
                comments,
                notes);
        return Notes.add(article, PageLook.plain(whole, lines, source));
    }

    private Optional<Field> fact(String name, String rule) {
        return parts.facts.stream()
                .filter(fact -> fact.rule().equals(name))
                .findFirst()
                .map(fact -> new Field(fact.value(), fact.exact(), fact.place(), rule));
    }

    private void blocks() {
        int i = parts.frontMatter();
        while (i < lines.size()) {
            PlainLine line = lines.get(i);
            if (line.empty()) {
                i++;
                continue;
            }
            Optional<MarkdownParts.Part> part = markdown ? parts.at(i) : Optional.empty();
            if (part.isPresent()) {
                part.get().block().ifPresent(blocks::add);
                i = part.get().next();
                continue;
            }
            PlainComments.Found found = text ? PlainComments.at(source, lines, i, markdown) : PlainComments.NONE;
            if (!found.comments().isEmpty()) {
                comments = found.comments();
                i = found.next();
                continue;
            }
            if (text && Lexicon.COMMENTS.is(heading(line.text())) && line.text().length() < 60) {
                i = afterForm(i);
                continue;
            }
            i = paragraph(i);
        }
    }

    private static String heading(String text) {
        int i = 0;
        while (i < text.length()
                && (text.charAt(i) == '#' || text.charAt(i) == ' ' || Character.isDigit(text.charAt(i)))) {
            i++;
        }
        return text.substring(i);
    }

    /** A form's words: the heading and the lines below it up to what begins a list. */
    private int afterForm(int at) {
        int i = at + 1;
        while (i < lines.size()
                && !(lines.get(i).numbered()
                        && !PlainComments.at(source, lines, i, markdown)
                                .comments()
                                .isEmpty())) {
            i++;
        }
        return i;
    }

    /** Lines up to the next empty one; one that ends in a colon takes the address on the next into itself. */
    private int paragraph(int from) {
        int end = from;
        int underlined = markdown ? parts.underlined(from) : 0;
        if (underlined > 0) {
            heading(from, underlined);
            return from + 2;
        }
        while (end + 1 < lines.size()
                && !lines.get(end + 1).empty()
                && !breaks(lines.get(end + 1))
                && !breaks(lines.get(end))
                && !headPart(from, end)) {
            end++;
        }
        if (Lines.original(lines.get(from).text(), 1) && !lines.get(from).text().contains("://")) {
            int next = end + 1;
            while (next < lines.size() && lines.get(next).empty()) {
                next++;
            }
            if (next < lines.size() && address(lines.get(next).text())) {
                end = next;
            }
        }
        add(from, end);
        return end + 1;
    }

    /** Above the text a headline, who wrote it and when stand in lines of their own, often with no empty one between. */
    private boolean headPart(int from, int end) {
        String line = lines.get(end).text();
        return !text
                && end == from
                && (standsAlone(line)
                        || !headed
                                && Text.words(line) <= HEADLINE
                                && standsAlone(lines.get(end + 1).text()));
    }

    private static boolean standsAlone(String line) {
        int count = Text.words(line);
        return byline(line, count) || date(line, count);
    }

    private static boolean byline(String words, int count) {
        return count <= 14
                && (Bylines.opens(words) && !Text.endsSentence(words)
                        || Agencies.all().canonical(words).isPresent());
    }

    private static boolean date(String words, int count) {
        return count <= 12
                && Dates.find(words, "").isPresent()
                && Dates.mostly(words, false)
                && AgencyCredits.dateline(words).isEmpty();
    }

    private void heading(int at, int level) {
        PlainLine line = lines.get(at);
        MarkdownText read = MarkdownText.of(parts.resolved(line.text()));
        decide(read, level, false, false, source.place(line.start(), line.end()), line);
    }

    private static boolean address(String text) {
        String bare = text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
        return Addresses.web(bare) && bare.indexOf(' ') < 0;
    }

    private boolean breaks(PlainLine line) {
        return line.mark() > 0
                || markdown
                        && (line.text().startsWith("#")
                                || line.text().startsWith("![")
                                || line.text().startsWith("```")
                                || line.text().startsWith("~~~")
                                || line.text().startsWith("|"));
    }

    private void add(int from, int to) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i <= to; i++) {
            if (!lines.get(i).empty()) {
                joined.append(joined.length() == 0 ? "" : " ")
                        .append(lines.get(i).text());
            }
        }
        String raw = joined.toString();
        Place place = source.place(lines.get(from).start(), lines.get(to).end());
        if (rule(raw)) {
            return;
        }
        int level = 0;
        while (markdown && level < raw.length() && level < 6 && raw.charAt(level) == '#') {
            level++;
        }
        if (markdown && raw.startsWith("![") && raw.indexOf("](") > 0 && raw.endsWith(")")) {
            String alt = raw.substring(2, raw.indexOf("]("));
            String src = raw.substring(raw.indexOf("](") + 2, raw.length() - 1).split(" ", 2)[0];
            blocks.add(new Block(BlockKind.IMAGE, "", List.of(), Optional.of(new Block.Image(src, alt)), 0, place));
            return;
        }
        boolean quote = markdown && raw.startsWith(">");
        int mark = date(raw, Text.words(raw)) ? 0 : lines.get(from).mark(); // "3. März 2026" is no list
        String inner = level > 0
                ? raw.substring(level)
                : quote ? raw.replace("> ", " ").substring(1) : mark > 0 ? raw.substring(mark) : raw;
        MarkdownText read = markdown ? MarkdownText.of(parts.resolved(inner.strip())) : MarkdownText.plain(inner);
        if (!read.text().isEmpty()) {
            decide(read, level, quote, mark > 0, place, lines.get(from));
        }
    }

    private static boolean rule(String raw) {
        return raw.length() >= 3 && raw.chars().allMatch(c -> c == '-' || c == '*' || c == '_' || c == '=' || c == ' ');
    }

    private void decide(MarkdownText read, int level, boolean quote, boolean list, Place place, PlainLine first) {
        String words = read.text();
        int count = Text.words(words);
        if (!headed && !text && (level > 0 || count <= HEADLINE && !words.endsWith(".") && !list)) {
            put(BlockKind.HEADLINE, read, Math.max(level, 1), place);
            return;
        }
        if (level > 0) {
            put(BlockKind.HEADING, read, level, place);
            return;
        }
        Optional<BlockKind> furniture = Lines.furniture(words, count);
        if (furniture.isPresent()) {
            put(furniture.get(), read, 0, place);
            return;
        }
        if (!text && byline(words, count)) {
            put(BlockKind.BYLINE, read, 0, place);
        } else if (date(words, count)) {
            put(BlockKind.TIMESTAMP, read, 0, place);
        } else if (markdown && !text && closingStrong(read) > 0 && count < 60) {
            int at = closingStrong(read);
            MarkdownText caption = new MarkdownText(words.substring(0, at).strip(), List.of());
            int cut = first.text().lastIndexOf("**", Math.max(0, first.text().length() - 3));
            put(
                    BlockKind.CAPTION,
                    caption,
                    0,
                    cut > 0
                            ? source.place(
                                    place.start(),
                                    place.start()
                                            + first.text()
                                                    .substring(0, cut)
                                                    .stripTrailing()
                                                    .length())
                            : place);
            MarkdownText credit = new MarkdownText(words.substring(at).strip(), List.of());
            put(
                    BlockKind.CREDIT,
                    credit,
                    0,
                    cut > 0
                            ? source.place(place.start() + cut + 2, Math.max(place.start() + cut + 2, place.end() - 2))
                            : place);
        } else if (!text && count < 30 && Captions.credit(words)) {
            put(BlockKind.CREDIT, read, 0, place);
        } else {
            running(read, quote, list, first.indent(), place);
        }
    }

    /** Where a caption's closing strong words begin: Markdown's way to set a credit apart; 0 where there are none. */
    private static int closingStrong(MarkdownText read) {
        for (Block.Inline inline : read.inlines()) {
            if (inline.kind() == Block.InlineKind.STRONG
                    && inline.end() == read.text().length()
                    && inline.start() > 3) {
                return inline.start();
            }
        }
        return 0;
    }

    private void running(MarkdownText read, boolean quote, boolean list, int indent, Place place) {
        text |= Text.words(read.text()) >= 12;
        Optional<Integer> dateline = AgencyCredits.dateline(read.text());
        if (dateline.isPresent() && dateline.get() < read.text().length() && paragraphs < 3) {
            int end = dateline.get();
            put(BlockKind.DATELINE, MarkdownText.plain(read.text().substring(0, end)), 0, place);
            put(BlockKind.PARAGRAPH, MarkdownText.plain(read.text().substring(end)), 0, place);
            return;
        }
        BlockKind kind = quote ? BlockKind.BLOCKQUOTE : list ? BlockKind.LIST : BlockKind.PARAGRAPH;
        put(kind, read, list ? 1 + Math.min(indent / 2, 8) : 0, place);
    }

    private void put(BlockKind kind, MarkdownText read, int level, Place place) {
        headed |= kind == BlockKind.HEADLINE;
        paragraphs += kind == BlockKind.PARAGRAPH ? 1 : 0;
        blocks.add(new Block(kind, read.text(), read.inlines(), Optional.empty(), level, place));
    }
}
