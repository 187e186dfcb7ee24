package org.pressmark.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A reader's comment with the replies to it.
 *
 * @param author as shown, empty where none
 * @param text visible text, paragraphs separated by {@code \n}
 * @param time as the page states it: ISO 8601 where it does, else the visible words
 * @param replies in page order
 */
public record Comment(String author, String text, Optional<String> time, List<Comment> replies, Place place) {
    public Comment {
        replies = List.copyOf(replies);
    }

    /**
     * A comment on its way through a thread.
     *
     * @param depth 0 for a comment on the article, 1 for a reply to it, and so on
     */
    public record Nested(Comment comment, int depth) {}

    /** This comment and all below it. */
    public int count() {
        return inOrder(List.of(this)).size();
    }

    /** Comments and their replies, each before the replies to it. Without recursion: a page may nest as deep as it likes. */
    public static List<Nested> inOrder(List<Comment> comments) {
        List<Nested> out = new ArrayList<>();
        Deque<Nested> next = new ArrayDeque<>();
        push(next, comments, 0);
        while (!next.isEmpty()) {
            Nested at = next.pop();
            out.add(at);
            push(next, at.comment().replies(), at.depth() + 1);
        }
        return out;
    }

    private static void push(Deque<Nested> next, List<Comment> comments, int depth) {
        for (int i = comments.size() - 1; i >= 0; i--) {
            next.push(new Nested(comments.get(i), depth));
        }
    }
}
