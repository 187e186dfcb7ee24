package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.Comment;

/** {@code {"author","text","time","place","replies":[…]}}. */
final class CommentJson {
    private CommentJson() {}

    static ObjectNode write(Comment comment) {
        ObjectNode out = Json.object().put("author", comment.author()).put("text", comment.text());
        comment.time().ifPresent(time -> out.put("time", time));
        PlaceJson.set(out, comment.place());
        ArrayNode replies = out.putArray("replies");
        comment.replies().forEach(reply -> replies.add(write(reply)));
        return out;
    }

    static Comment read(In in) {
        return new Comment(
                in.text("author"),
                in.text("text"),
                in.optionalText("time"),
                in.list("replies", CommentJson::read),
                PlaceJson.get(in));
    }
}
