package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Comment;

/**
 * {@code {"author","text","time","place","replies":[…]}}. Threads deeper than {@link #DEEPEST} are written as replies to the
 * comment at that depth: no reader of JSON can be asked to follow further.
 */
final class CommentJson {
    /** JSON nests twice as deep as the comments, and readers of JSON commonly stop at 1,000. */
    static final int DEEPEST = 400;

    private CommentJson() {}

    static void write(ArrayNode out, List<Comment> comments) {
        List<ArrayNode> open = new ArrayList<>(List.of(out));
        for (Comment.Nested nested : Comment.inOrder(comments)) {
            int depth = Math.min(nested.depth(), DEEPEST);
            while (open.size() > depth + 1) {
                open.remove(open.size() - 1);
            }
            ObjectNode json = write(nested.comment());
            open.get(depth).add(json);
            open.add(json.putArray("replies"));
        }
    }

    private static ObjectNode write(Comment comment) {
        ObjectNode out = Json.object().put("author", comment.author()).put("text", comment.text());
        comment.time().ifPresent(time -> out.put("time", time));
        PlaceJson.set(out, comment.place());
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
