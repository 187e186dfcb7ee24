package org.pressmark.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;
import org.pressmark.markup.WebAddress;

/** The icons that a web app manifest names (W3C Web Application Manifest, "icons"). */
public final class ManifestIcons {
    private static final int MOST = 50;

    private ManifestIcons() {}

    /**
     * Absolute addresses without fragments, in order; none of what is no manifest.
     *
     * @param url the manifest's own address
     */
    public static List<String> of(String json, String url) {
        List<String> out = new ArrayList<>();
        try {
            for (JsonNode icon : Json.parse(json).path("icons")) {
                if (out.size() < MOST) {
                    WebAddress.parse(url)
                            .flatMap(base -> base.resolve(icon.path("src").asText()))
                            .filter(WebAddress::fetchable)
                            .map(WebAddress::withoutFragment)
                            .ifPresent(out::add);
                }
            }
        } catch (JsonException noJson) {
            return List.of();
        }
        return out;
    }
}
