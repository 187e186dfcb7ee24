package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.CaptureResult;

/**
 * What became of an address as JSON: {@code url, outcome, detail, capture, version, hops, requisites, missing}; the outcome
 * in words as at the terminal, e.g. {@code new version}; capture and version only where there is one.
 */
public final class CaptureResultJson {
    private CaptureResultJson() {}

    public static ObjectNode write(CaptureResult result) {
        ObjectNode out = Json.object()
                .put("url", result.url())
                .put("outcome", result.outcome().word())
                .put("detail", result.detail());
        result.capture().ifPresent(capture -> out.set("capture", CaptureJson.write(capture)));
        result.version().ifPresent(version -> out.set("version", VersionJson.write(version)));
        result.hops().forEach(out.putArray("hops")::add);
        out.put("requisites", result.requisites());
        result.missing().forEach(out.putArray("missing")::add);
        return out;
    }
}
