package org.pressmark.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.Truncation;
import org.pressmark.model.UrlKey;

/**
 * A capture as JSON: {@code recordId, url, key, date, kind, role, status, mediaType, payload, payloadLength, file, offset,
 * length} and, where there are any, {@code refersTo {url, date, recordId}, witness, redirect, page, truncated}.
 */
public final class CaptureJson {
    private CaptureJson() {}

    public static ObjectNode write(Capture capture) {
        ObjectNode out = Json.object()
                .put("recordId", capture.recordId())
                .put("url", capture.url())
                .put("key", capture.key().surt())
                .put("date", capture.date().toString())
                .put("kind", Words.of(capture.kind()))
                .put("role", Words.of(capture.role()))
                .put("status", capture.status())
                .put("mediaType", capture.mediaType())
                .put("payload", capture.payload().toString())
                .put("payloadLength", capture.payloadLength())
                .put("file", capture.location().file())
                .put("offset", capture.location().offset())
                .put("length", capture.location().length());
        capture.refersTo().ifPresent(original -> {
            ObjectNode refers = out.putObject("refersTo")
                    .put("url", original.url())
                    .put("date", original.date().toString());
            original.recordId().ifPresent(id -> refers.put("recordId", id));
        });
        capture.witness().ifPresent(archive -> out.put("witness", archive));
        capture.redirect().ifPresent(target -> out.put("redirect", target));
        capture.page().ifPresent(page -> out.put("page", page));
        capture.truncated().ifPresent(reason -> out.put("truncated", reason.word()));
        return out;
    }

    /**
     * Reads what {@code write} wrote.
     *
     * @throws JsonException if something is missing or of another type; the message names the path, from {@code capture}
     */
    public static Capture read(JsonNode json) {
        return new In(json, "capture").read(CaptureJson::read);
    }

    private static Capture read(In in) {
        return new Capture(
                in.text("recordId"),
                in.text("url"),
                new UrlKey(in.text("key")),
                in.instant("date"),
                in.word("kind", Capture.Kind.class),
                in.word("role", Capture.Role.class),
                in.small("status", 0),
                in.text("mediaType"),
                Digest.parse(in.text("payload")),
                in.integer("payloadLength", 0),
                new RecordLocation(in.text("file"), in.integer("offset", 0), in.integer("length", 0)),
                in.optional(
                        "refersTo",
                        refers -> new Capture.Original(
                                refers.text("url"), refers.instant("date"), refers.optionalText("recordId"))),
                in.optionalText("redirect"),
                in.optionalText("page"),
                in.optionalText("truncated").map(word -> in.word("truncated", Truncation.class)));
    }
}
