package org.pressmark.model;

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

    /** This comment and all below it. */
    public int count() {
        return 1 + replies.stream().mapToInt(Comment::count).sum();
    }
}
