package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Block;

/**
 * A stretch of Markdown read as text with inlines: links, {@code <addresses>}, strong, emphasis, code, backslashes. What is
 * no mark stays as it is. One pass, no recursion.
 *
 * @param text what a reader sees
 */
record MarkdownText(String text, List<Block.Inline> inlines) {
    /** Letters enough to tell an address by. */
    private static final int SCHEME = 10;

    private static final int SHORTEST = 9;

    static MarkdownText plain(String text) {
        return new MarkdownText(Text.tidy(text), List.of());
    }

    static MarkdownText of(String raw) {
        StringBuilder out = new StringBuilder();
        List<Block.Inline> inlines = new ArrayList<>();
        int strong = -1;
        int emphasis = -1;
        int label = -1;
        int lastLink = raw.lastIndexOf("](");
        int lastClose = raw.lastIndexOf(')');
        int lastAngle = raw.lastIndexOf('>');
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length() && "\\`*_{}[]()#+-.!<>|".indexOf(raw.charAt(i + 1)) >= 0) {
                out.append(raw.charAt(i + 1));
                i += 2;
            } else if (c == '<' && i < lastAngle && web(raw, i + 1)) {
                int close = raw.indexOf('>', i);
                int start = out.length();
                out.append(raw, i + 1, close);
                inlines.add(new Block.Inline(Block.InlineKind.LINK, start, out.length(), raw.substring(i + 1, close)));
                i = close + 1;
            } else if (raw.startsWith("**", i) || raw.startsWith("__", i)) {
                strong = close(out, inlines, strong, Block.InlineKind.STRONG);
                i += 2;
            } else if (c == '*' && mark(raw, i) || c == '_' && edge(raw, i)) {
                emphasis = close(out, inlines, emphasis, Block.InlineKind.EMPHASIS);
                i++;
            } else if (c == '[' && i < lastLink) {
                label = out.length();
                i++;
            } else if (c == ']' && label >= 0 && i + 1 < raw.length() && raw.charAt(i + 1) == '(' && i < lastClose) {
                int close = raw.indexOf(')', i);
                String target = raw.substring(i + 2, close).split(" ", 2)[0];
                inlines.add(new Block.Inline(Block.InlineKind.LINK, label, out.length(), target));
                label = -1;
                i = close + 1;
            } else {
                if (!Text.space(c)) {
                    out.append(c);
                } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
                i++;
            }
        }
        String text = out.toString().stripTrailing();
        List<Block.Inline> kept = inlines.stream()
                .filter(inline -> inline.start() < inline.end() && inline.end() <= text.length())
                .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                .toList();
        return new MarkdownText(text, kept);
    }

    private static int close(StringBuilder out, List<Block.Inline> inlines, int open, Block.InlineKind kind) {
        if (open < 0) {
            return out.length();
        }
        inlines.add(new Block.Inline(kind, open, out.length(), ""));
        return -1;
    }

    private static boolean web(String raw, int at) {
        return Addresses.web(raw.substring(at, Math.min(raw.length(), at + SCHEME)))
                && raw.indexOf('>', at) >= at + SHORTEST;
    }

    private static boolean mark(String raw, int at) {
        return at + 1 < raw.length() && raw.charAt(at + 1) != ' ' || at > 0 && raw.charAt(at - 1) != ' ';
    }

    private static boolean edge(String raw, int at) {
        boolean before = at == 0 || !Character.isLetterOrDigit(raw.charAt(at - 1));
        boolean after = at + 1 == raw.length() || !Character.isLetterOrDigit(raw.charAt(at + 1));
        return before != after;
    }
}
