package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.Finding;

/** A finding as JSON: {@code level, code, file, offset, message}; file and offset only where it concerns a file or place. */
public final class FindingJson {
    private FindingJson() {}

    public static ObjectNode write(Finding finding) {
        ObjectNode out = Json.object().put("level", Words.of(finding.level())).put("code", finding.code());
        if (!finding.file().isEmpty()) {
            out.put("file", finding.file());
        }
        if (finding.offset() >= 0) {
            out.put("offset", finding.offset());
        }
        return out.put("message", finding.message());
    }
}
