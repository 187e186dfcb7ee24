package org.pressmark.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.Digest;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;

/** A version as JSON: {@code page, number, firstCapture, firstSeen, lastSeen, captures, textDigest, headline}. */
public final class VersionJson {
    private VersionJson() {}

    public static ObjectNode write(Version version) {
        return Json.object()
                .put("page", version.page().surt())
                .put("number", version.number())
                .put("firstCapture", version.firstCapture())
                .put("firstSeen", version.firstSeen().toString())
                .put("lastSeen", version.lastSeen().toString())
                .put("captures", version.captures())
                .put("textDigest", version.textDigest().toString())
                .put("headline", version.headline());
    }

    /**
     * Reads what {@code write} wrote.
     *
     * @throws JsonException if something is missing or of another type; the message names the path, from {@code version}
     */
    public static Version read(JsonNode json) {
        return new In(json, "version")
                .read(in -> new Version(
                        new UrlKey(in.text("page")),
                        in.small("number", 0),
                        in.text("firstCapture"),
                        in.instant("firstSeen"),
                        in.instant("lastSeen"),
                        in.small("captures", 0),
                        Digest.parse(in.text("textDigest")),
                        in.text("headline")));
    }
}
