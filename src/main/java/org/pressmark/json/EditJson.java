package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.Change;
import org.pressmark.model.Edit;
import org.pressmark.model.Version;

/**
 * An edit of a page as JSON, what a webhook gets: {@code event, id, url, severity, silent, finding, before, after, changes}.
 * {@code before} and {@code after} are {@code capture, headline, firstSeen, lastSeen}; a change is as in {@link
 * ComparisonJson}.
 */
public final class EditJson {
    private EditJson() {}

    /**
     * The edit.
     *
     * @param finding what differs, in one sentence
     */
    public static ObjectNode write(Edit edit, String finding) {
        ObjectNode out = Json.object()
                .put("event", "edit")
                .put("id", edit.id())
                .put("url", edit.url())
                .put("severity", edit.severity().word())
                .put("silent", edit.step().silent())
                .put("finding", finding);
        out.set("before", write(edit.step().from()));
        out.set("after", write(edit.step().to()));
        ArrayNode changes = out.putArray("changes");
        for (Change change : edit.step().comparison().changes()) {
            changes.add(ComparisonJson.write(change));
        }
        return out;
    }

    private static ObjectNode write(Version version) {
        return Json.object()
                .put("capture", version.firstCapture())
                .put("headline", version.headline())
                .put("firstSeen", version.firstSeen().toString())
                .put("lastSeen", version.lastSeen().toString());
    }
}
