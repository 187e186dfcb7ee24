package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Comment;

/** Reads the numbered list of comments that a page leaves when it is saved as text: {@code 1. Name says}, indented replies. */
final class PlainComments {
    static final Found NONE = new Found(List.of(), 0);

    /** Replies further in are taken as replies to the comment at this depth. */
    private static final int DEEPEST = 200;

    /**
     * What was found.
     *
     * @param next the first line after it
     */
    record Found(List<Comment> comments, int next) {}

    /** One item: its head, its text, its depth. */
    private static final class Item {
        final String author;
        final int indent;
        final StringBuilder text = new StringBuilder();
        final int start;
        int end;
        boolean gap;
        final List<Item> replies = new ArrayList<>();

        Item(String author, int indent, int start, int end) {
            this.author = author;
            this.indent = indent;
            this.start = start;
            this.end = end;
        }

        void add(PlainLine line) {
            text.append(text.length() == 0 ? "" : gap ? "\n" : " ").append(line.text());
            gap = false;
            end = line.end();
        }
    }

    private PlainComments() {}

    static Found at(Source source, List<PlainLine> lines, int from, boolean markdown) {
        if (author(lines.get(from)).isEmpty()) {
            return NONE;
        }
        List<Item> top = new ArrayList<>();
        List<Item> open = new ArrayList<>();
        int i = from;
        while (i < lines.size()) {
            PlainLine line = lines.get(i);
            Optional<String> author = author(line);
            if (author.isPresent()) {
                Item item = new Item(author.get(), line.indent(), line.start(), line.end());
                while (!open.isEmpty() && open.get(open.size() - 1).indent >= item.indent) {
                    open.remove(open.size() - 1);
                }
                if (open.size() > DEEPEST) {
                    open.remove(open.size() - 1);
                }
                (open.isEmpty() ? top : open.get(open.size() - 1).replies).add(item);
                open.add(item);
            } else if (!line.empty() && (line.indent() == 0 && open.get(0).indent > 0 || form(line))) {
                break;
            } else if (!line.empty()) {
                open.get(open.size() - 1).add(line);
            } else {
                open.get(open.size() - 1).gap = true;
            }
            i++;
        }
        return new Found(
                top.stream().map(item -> comment(source, item, markdown)).toList(), i);
    }

    private static boolean form(PlainLine line) {
        return Lexicon.COMMENTS.is(line.text()) && line.text().length() < 40;
    }

    /** The name in {@code 3. Name says}, {@code 3. Name says:}. */
    private static Optional<String> author(PlainLine line) {
        int mark = line.mark();
        if (mark == 0 || !line.numbered() || line.text().length() > 120) {
            return Optional.empty();
        }
        String rest = line.text().substring(mark).strip();
        String head = rest.endsWith(":") ? rest.substring(0, rest.length() - 1).strip() : rest;
        int space = head.lastIndexOf(' ');
        if (space <= 0 || !Lexicon.SAYS.is(head.substring(space + 1))) {
            return Optional.empty();
        }
        return Optional.of(head.substring(0, space).replace("**", "").strip());
    }

    private static Comment comment(Source source, Item item, boolean markdown) {
        List<Comment> replies = item.replies.stream()
                .map(reply -> comment(source, reply, markdown))
                .toList();
        String text = markdown ? MarkdownText.of(item.text.toString()).text() : item.text.toString();
        return new Comment(item.author, text, Optional.empty(), replies, source.place(item.start, item.end));
    }
}
