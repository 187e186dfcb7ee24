package org.pressmark.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Block;

/** Reads an element's subtree into pieces, in page order, as a browser would break it into blocks. */
final class PieceReader {
    /** Several times what long pages have; what is beyond is not read. */
    private static final int MOST = 12_000;

    private static final int LONGEST = 400_000;
    /** A sentence of more words is a paragraph, though its author chose the tag for its looks. */
    private static final int MOST_OF_HEADING = 30;

    private static final Set<Sight> SIGHTS = EnumSet.allOf(Sight.class);

    /** Characters of text, some 350,000 words: no article, few novels are longer. */
    private static final int MOST_TEXT = 2_000_000;

    private final String source;
    private final Predicate<Element> cut;
    private final Sight sight;
    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<Mark> marks = new ArrayDeque<>();

    private final Spots.Builder spots = new Spots.Builder();
    private final StringBuilder text = new StringBuilder();
    private final List<Block.Inline> inlines = new ArrayList<>();
    private @Nullable Element border;
    /** The {@code pre} that is open, where it holds typed lines and no other blocks. */
    private @Nullable Element listing;
    /** The heading that the last piece of one stood in. */
    private @Nullable Element heading;

    private int first = -1;
    private int last = -1;
    private int linked;
    private int breaks;
    private boolean gap;
    private int room = MOST_TEXT;
    private final Set<Sight> wider = EnumSet.noneOf(Sight.class);

    /**
     * What was read.
     *
     * @param wider the sights that would have shown more
     * @param full whether there was more than is ever read
     */
    record Reading(List<Piece> pieces, Set<Sight> wider, boolean full) {}

    private PieceReader(String source, Predicate<Element> cut, Sight sight) {
        this.source = source;
        this.cut = cut;
        this.sight = sight;
    }

    /** An inline element that is open. */
    private static final class Mark {
        final Element element;
        final Block.InlineKind kind;
        final String target;
        int start;

        Mark(Element element, Block.InlineKind kind, String target, int start) {
            this.element = element;
            this.kind = kind;
            this.target = target;
            this.start = start;
        }
    }

    /**
     * Reads.
     *
     * @param source the decoded source text, which places point into
     * @param root where to begin
     * @param cut elements that are passed over, with all below them
     * @param sight what of the page is read
     */
    static Reading read(String source, Element root, Predicate<Element> cut, Sight sight) {
        PieceReader reader = new PieceReader(source, cut, sight);
        reader.border = root;
        root.traverse(new NodeVisitor() {
            private int deaf;

            @Override
            public void head(Node node, int depth) {
                if (deaf > 0) {
                    deaf++;
                } else if (node instanceof TextNode words) {
                    reader.words(words);
                } else if (node instanceof Element element) {
                    if (!node.equals(root) && reader.skips(element)) {
                        deaf = 1;
                        if (Flow.breaks(element) && reader.listing == null) {
                            reader.flush(element.parent());
                        }
                        reader.player(element);
                    } else {
                        reader.open(element);
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (deaf > 0) {
                    deaf--;
                } else if (node instanceof Element element) {
                    reader.close(element);
                }
            }
        });
        reader.flush(root);
        return new Reading(reader.pieces, reader.wider, reader.full());
    }

    private boolean full() {
        return pieces.size() > MOST || room == 0;
    }

    private boolean skips(Element element) {
        if (!sight.mutes(element) && !passes(element)) {
            return false;
        }
        for (Sight other : SIGHTS) {
            if (other.opens(element)) {
                wider.add(other);
            }
        }
        return true;
    }

    private boolean passes(Element element) {
        return full() || cut.test(element) || Hidden.standIn(element) || sight.hides(element);
    }

    /** What is played or shown from elsewhere has no words here, but an address and often a title. */
    private void player(Element element) {
        if (Players.maybe(element) && !passes(element)) {
            Players.of(element).ifPresent(shown -> picture(element, Players.TAG, shown));
        }
    }

    private void open(Element element) {
        String tag = element.normalName();
        switch (tag) {
            case "br" -> {
                if (inPre(element)) {
                    line();
                    return;
                }
                breaks++;
                if (breaks >= 2) {
                    flush(border);
                } else {
                    gap = true;
                }
                return;
            }
            case "img", "amp-img" -> {
                Pictures.of(element).ifPresent(image -> picture(element, "img", image));
                return;
            }
            case "a" -> {
                if (element.hasAttr("href")) {
                    mark(element, Block.InlineKind.LINK, element.attr("href").strip());
                }
            }
            case "em", "i" -> mark(element, Block.InlineKind.EMPHASIS, "");
            case "strong", "b" -> mark(element, Block.InlineKind.STRONG, "");
            case "code", "kbd", "samp" -> mark(element, Block.InlineKind.CODE, "");
            default -> {}
        }
        if (listing != null && !tag.equals("pre")) {
            line(tag);
        } else if (!Flow.INLINE.contains(tag)) {
            flush(element);
            player(element);
            listing = tag.equals("pre") && Codes.typed(element) ? element : listing;
        }
    }

    /** Elements that highlighters put round a line begin and end it, no more. */
    private void line(String tag) {
        if (!Flow.INLINE.contains(tag) && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            line();
        }
    }

    private void line() {
        if (room > 0) {
            put('\n', Math.max(0, last));
        }
    }

    private void mark(Element element, Block.InlineKind kind, String target) {
        marks.push(new Mark(element, kind, target, text.length() + (gap && text.length() > 0 ? 1 : 0)));
    }

    private void close(Element element) {
        Mark top = marks.peek();
        if (top != null && top.element.equals(element)) {
            marks.pop();
            keep(top);
        }
        if (listing != null && !listing.equals(element)) {
            line(element.normalName());
        } else if (!Flow.INLINE.contains(element.normalName())) {
            listing = null;
            Element parent = element.parent();
            flush(parent == null ? element : parent);
        }
    }

    private void keep(Mark mark) {
        int end = text.length();
        if (mark.start < end) {
            inlines.add(new Block.Inline(mark.kind, mark.start, end, mark.target));
            if (mark.kind == Block.InlineKind.LINK) {
                linked += end - mark.start;
            }
        }
    }

    private void picture(Element element, String tag, Block.Image image) {
        Range range = element.sourceRange();
        if (range.isTracked()) {
            pieces.add(new Piece(
                    element,
                    tag,
                    "",
                    List.of(),
                    Optional.of(image),
                    range.startPos(),
                    range.endPos(),
                    0,
                    0,
                    0,
                    Spots.NONE));
        }
    }

    private void words(TextNode node) {
        String words = node.getWholeText();
        boolean pre = inPre(node);
        boolean seen = false;
        Range range = node.sourceRange();
        Walk walk = new Walk(source, range.isTracked() ? range.startPos() : 0);
        int stop = range.isTracked() ? range.endPos() : 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            int spot = walk.next(c);
            if (room == 0) {
                stop = Math.min(stop, spot);
                break;
            }
            if (pre && c == '\n') {
                put('\n', spot);
            } else if (Text.space(c) && !pre) {
                gap = true;
            } else if (c != '\uFEFF') {
                if (gap && text.length() > 0) {
                    put(breaks > 0 ? '\n' : ' ', spot);
                }
                gap = false;
                breaks = 0;
                put(c, spot);
                seen = true;
            }
        }
        if (seen && range.isTracked()) {
            int from = Math.min(range.startPos(), source.length());
            int to = Math.min(stop, source.length());
            while (from < to && Text.space(source.charAt(from))) {
                from++;
            }
            while (to > from && Text.space(source.charAt(to - 1))) {
                to--;
            }
            first = first < 0 ? from : first;
            last = to;
        }
        if (text.length() > LONGEST) {
            flush(border);
        }
    }

    private void put(char c, int spot) {
        text.append(c);
        spots.add(spot);
        room--;
    }

    /** True in a {@code pre}, through any number of elements that colour its words. */
    private boolean inPre(Node node) {
        if (listing != null) {
            return true;
        }
        Node parent = node.parent();
        for (int up = 0; up < 3 && parent != null; up++) {
            if (parent.nameIs("pre")) {
                return true;
            }
            parent = parent.parent();
        }
        return false;
    }

    private void flush(@Nullable Element next) {
        if (text.length() > 0) {
            for (Mark mark : marks) {
                keep(mark);
                mark.start = 0;
            }
            add();
        }
        for (Mark mark : marks) {
            mark.start = 0;
        }
        text.setLength(0);
        spots.clear();
        inlines.clear();
        linked = 0;
        first = -1;
        last = -1;
        gap = false;
        breaks = 0;
        border = next;
    }

    private void add() {
        Element at = border;
        int from = 0;
        int to = text.length();
        while (from < to && Text.blank(text.charAt(from))) {
            from++;
        }
        while (to > from && Text.blank(text.charAt(to - 1))) {
            to--;
        }
        if (from == to || at == null) {
            return;
        }
        String words = text.substring(from, to);
        int shift = from;
        int size = words.length();
        List<Block.Inline> kept = inlines.isEmpty()
                ? List.of()
                : inlines.stream()
                        .map(inline -> new Block.Inline(
                                inline.kind(),
                                Math.min(size, Math.max(0, inline.start() - shift)),
                                Math.min(size, Math.max(0, inline.end() - shift)),
                                inline.target()))
                        .filter(inline -> inline.start() < inline.end())
                        .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                        .toList();
        String tag = tag(at, words);
        pieces.add(new Piece(
                at,
                tag,
                words,
                kept,
                Optional.empty(),
                Math.max(0, first),
                Math.max(Math.max(0, first), last),
                Text.words(words),
                Math.min(size, linked),
                Tags.level(at, tag.toLowerCase(Locale.ROOT)),
                spots.part(from, to)));
    }

    /** A heading that was never closed holds the paragraphs below it too. */
    private String tag(Element at, String words) {
        String tag = Tags.of(at);
        if (!Tags.heading(tag)) {
            return tag;
        }
        Element round = Tags.within(at, Set.of(tag));
        boolean again = at.nameIs("p") && round != null && round.equals(heading);
        heading = round;
        boolean text = Text.words(words) > MOST_OF_HEADING && !tag.equals("h1") && Text.endsSentence(words);
        return again || text ? "p" : tag;
    }
}
