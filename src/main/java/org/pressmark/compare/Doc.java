package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.Change.Span;
import org.pressmark.text.Folded;
import org.pressmark.text.Quotation;
import org.pressmark.text.QuotationFinder;
import org.pressmark.text.Sentences;
import org.pressmark.text.TextRange;
import org.pressmark.text.Token;
import org.pressmark.text.Tokenizer;

/** The body of one article as one folded text, its lines parted by line feeds, with the way back to the blocks. */
final class Doc {

    /**
     * A line of a block.
     *
     * @param block index into the article's blocks
     * @param offset where the line begins in the block's text
     * @param start where it begins in the document
     */
    private record Segment(int block, int offset, int start, Folded folded) {
        int end() {
            return start + folded.text().length();
        }
    }

    private final Article article;
    private final List<Segment> segments = new ArrayList<>();
    private final String text;
    private final List<Token> tokens;
    private final List<Quotation> quotations;
    private final int[] blockOfToken;
    private final int[] sentenceStarts;
    private final BitSet openers = new BitSet();
    private final Set<String> namesInside = new HashSet<>();

    private Doc(Article article, List<Integer> blocks, Map<Integer, Integer> skipped, Lexicon lexicon) {
        this.article = article;
        StringBuilder all = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        for (int block : blocks) {
            String whole = article.blocks().get(block).text();
            int line = skipped.getOrDefault(block, 0);
            while (line <= whole.length()) {
                int stop = lineEnd(whole, line);
                Folded folded = Folded.of(whole.substring(line, stop));
                if (!folded.text().isEmpty()) {
                    join(all, marks, folded.text());
                    segments.add(new Segment(block, line, all.length(), folded));
                    all.append(folded.text()).append('\n');
                    marks.append(folded.marks()).append('\n');
                }
                line = stop + 1;
            }
        }
        this.text = all.toString();
        this.tokens = Tokenizer.ofFolded(text);
        this.quotations = QuotationFinder.find(text, marks);
        this.blockOfToken = new int[tokens.size()];
        int segment = 0;
        for (int i = 0; i < tokens.size(); i++) {
            while (segments.get(segment).end() <= tokens.get(i).start()) {
                segment++;
            }
            blockOfToken[i] = segments.get(segment).block();
        }
        this.sentenceStarts = starts(Sentences.ofFolded(text, marks, lexicon.language()));
        noteOpeners();
    }

    /** A word that a hyphen breaks at the end of a line goes on in the next, also where each line is a block. */
    private static void join(StringBuilder all, StringBuilder marks, String next) {
        int end = all.length() - 1;
        if (end > 1
                && all.charAt(end - 1) == '-'
                && Character.isLetter(all.charAt(end - 2))
                && Character.isLowerCase(next.charAt(0))) {
            all.setCharAt(end, ' ');
            marks.setCharAt(end, ' ');
        }
    }

    /** The first word of each sentence, and of what a colon or an opening mark begins. */
    private void noteOpeners() {
        for (int k = 0; k < sentenceStarts.length; k++) {
            int i = sentenceStarts[k];
            int end = k + 1 < sentenceStarts.length ? sentenceStarts[k + 1] : tokens.size();
            while (i < end && tokens.get(i).kind() == Token.Kind.PUNCTUATION) {
                i++;
            }
            openers.set(i);
        }
        for (int i = 1; i < tokens.size(); i++) {
            String before = tokens.get(i - 1).folded();
            if (before.equals(":")
                    || (before.equals("\"") && !spaceBefore(i) && spaceBefore(i - 1))
                    || before.equals("[")) {
                openers.set(i);
            }
            Token there = tokens.get(i);
            if (there.isWord()
                    && !openers.get(i)
                    && Character.isUpperCase(there.folded().charAt(0))) {
                namesInside.add(there.folded());
            }
        }
    }

    /** Whether a word owes its capital to its place. */
    boolean opensSentence(int token) {
        return openers.get(token);
    }

    /** Words that have a capital within a sentence. */
    Set<String> namesInside() {
        return namesInside;
    }

    /**
     * @param blocks the body's blocks, in order
     * @param skipped for a block, how many of its first characters are no body (a dateline)
     */
    static Doc of(Article article, List<Integer> blocks, Map<Integer, Integer> skipped, Lexicon lexicon) {
        return new Doc(article, blocks, skipped, lexicon);
    }

    /** The end of a line; one that breaks a word with a hyphen goes on in the next. */
    private static int lineEnd(String text, int from) {
        int stop = text.indexOf('\n', from);
        while (stop > 1
                && stop + 1 < text.length()
                && text.charAt(stop - 1) == '-'
                && Character.isLetter(text.charAt(stop - 2))
                && Character.isLowerCase(text.charAt(stop + 1))) {
            stop = text.indexOf('\n', stop + 1);
        }
        return stop < 0 ? text.length() : stop;
    }

    private int[] starts(List<TextRange> sentences) {
        int[] starts = new int[sentences.size()];
        int count = 0;
        int token = 0;
        for (TextRange sentence : sentences) {
            while (token < tokens.size() && tokens.get(token).start() < sentence.start()) {
                token++;
            }
            if (token < tokens.size() && (count == 0 || starts[count - 1] < token)) {
                starts[count++] = token;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    Article article() {
        return article;
    }

    String text() {
        return text;
    }

    List<Token> tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** Quotations, offsets in {@link #text()}. */
    List<Quotation> quotations() {
        return quotations;
    }

    /** The first token of each sentence. */
    int[] sentenceStarts() {
        return sentenceStarts.clone();
    }

    /** The block in which a token stands. */
    int block(int token) {
        return blockOfToken[token];
    }

    /** Whether a new line or block begins between a token and the one before it. */
    boolean lineBreakBefore(int token) {
        if (token == 0) {
            return true;
        }
        for (int i = tokens.get(token - 1).end(); i < tokens.get(token).start(); i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    boolean spaceBefore(int token) {
        return token == 0 || tokens.get(token).start() > tokens.get(token - 1).end();
    }

    /** The original characters of a run of tokens. */
    String original(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (Span span : spans(from, to)) {
            Block block = article.blocks().get(span.block());
            out.append(out.length() == 0 ? "" : "\n\n").append(block.text(), span.start(), span.end());
        }
        return out.toString();
    }

    /** The original characters of one token. */
    String original(int token) {
        Token there = tokens.get(token);
        Segment segment = segments.get(segmentAt(there.start()));
        return segment.folded().originalText(there.start() - segment.start(), there.end() - segment.start());
    }

    /** What stands between a token and the one before it: the original white space, plain spaces and line ends run together. */
    String gap(int token) {
        Token there = tokens.get(token);
        Token before = tokens.get(token - 1);
        Segment segment = segments.get(segmentAt(there.start()));
        if (before.start() < segment.start()) {
            return " ";
        }
        int from = segment.folded().originalEnd(before.end() - segment.start());
        int to = segment.folded().originalStart(there.start() - segment.start());
        if (from >= to) {
            return "";
        }
        String gap = segment.folded().original().substring(from, to);
        return gap.equals(" ") ? gap : gap.replaceAll("[ \\t\\r\\n]+", " ");
    }

    /** Where a run of tokens stands in the article, one span a block. */
    List<Span> spans(int from, int to) {
        return from >= to
                ? List.of()
                : charSpans(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private List<Span> charSpans(int from, int to) {
        List<Span> out = new ArrayList<>();
        for (int i = segmentAt(from); i < segments.size() && segments.get(i).start() < to; i++) {
            Segment segment = segments.get(i);
            int start = Math.max(0, from - segment.start());
            int end = Math.min(segment.folded().text().length(), to - segment.start());
            if (start >= end) {
                continue;
            }
            TextRange range = segment.folded().originalRange(start, end);
            Span span = new Span(segment.block(), segment.offset() + range.start(), segment.offset() + range.end());
            Span last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last != null && last.block() == span.block()) {
                out.set(out.size() - 1, new Span(span.block(), last.start(), span.end()));
            } else {
                out.add(span);
            }
        }
        return out;
    }

    /** The first token of the body that ends behind a character of a block. */
    int tokenAt(int block, int offset) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Segment segment = segments.get(middle);
            boolean behind = segment.block() > block
                    || (segment.block() == block
                            && segment.offset() + segment.folded().original().length() > offset);
            if (behind) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low == segments.size()) {
            return tokens.size();
        }
        Segment segment = segments.get(low);
        int within = segment.block() == block ? Math.max(0, offset - segment.offset()) : 0;
        return tokenAtChar(segment.start() + segment.folded().foldedPosition(within));
    }

    /** The first token that ends behind a position of {@link #text()}. */
    int tokenAtChar(int position) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int segmentAt(int position) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).end() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
