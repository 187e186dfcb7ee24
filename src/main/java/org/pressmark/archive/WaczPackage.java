package org.pressmark.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;
import org.pressmark.model.Digest;

/** What the data package of a WACZ says of its files, set against the files. */
final class WaczPackage {
    static final String PATH = "datapackage.json";
    private static final int LARGEST = 16 << 20;

    private final Map<String, Digest> hashes;
    private final List<String> troubles;
    private final List<String> losses;

    private WaczPackage(Map<String, Digest> hashes, List<String> troubles, List<String> losses) {
        this.hashes = hashes;
        this.troubles = troubles;
        this.losses = losses;
    }

    static WaczPackage read(WaczZip zip) throws IOException {
        Map<String, Digest> hashes = new LinkedHashMap<>();
        List<String> troubles = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        Optional<JsonNode> json = json(zip, PATH);
        if (json.isEmpty()) {
            troubles.add(PATH + ": expected a list of the files, found " + (zip.has(PATH) ? "no JSON" : "none"));
        }
        for (JsonNode resource : json.map(node -> node.path("resources")).orElseGet(Json::array)) {
            String path = resource.path("path").asText("");
            JsonNode older = resource.path("stats").path("hash"); // as the first versions had it
            Optional<Digest> hash = digest(resource.path("hash").asText(older.asText("")));
            if (!zip.has(path)) {
                losses.add(path + ": expected this file, found that it is missing");
            } else if (hash.isEmpty()) {
                troubles.add(path + ": expected a hash that can be compared, found '"
                        + resource.path("hash").asText("") + "'");
            } else {
                hashes.put(path, hash.get());
            }
        }
        for (String name : zip.names()) {
            boolean own = name.equals(PATH) || name.equals(WaczSignature.PATH);
            if (json.isPresent() && !own && !hashes.containsKey(name)) {
                troubles.add(name + ": expected it to be listed in " + PATH + ", found that it is not");
            }
            if (name.startsWith("archive/") && !zip.stored(name)) {
                troubles.add(name + ": expected it stored as it is, found it compressed once more");
            }
        }
        if (zip.names().stream().noneMatch(name -> name.startsWith("indexes/"))) {
            troubles.add("indexes/: expected an index, found none");
        }
        if (!zip.has("pages/pages.jsonl")) {
            troubles.add("pages/pages.jsonl: expected a list of pages, found none");
        }
        return new WaczPackage(hashes, troubles, losses);
    }

    /** The rules it breaks, without looking at the bytes; nothing is lost by that. */
    List<String> troubles() {
        return troubles;
    }

    /** The files that should be there and are not. */
    List<String> losses() {
        return losses;
    }

    /** What is wrong with the bytes of a file; empty where nothing is, or nothing is stated of it. */
    Optional<String> differs(String path, Digest found) {
        Digest stated = hashes.get(path);
        return stated == null || stated.equals(found)
                ? Optional.empty()
                : Optional.of(path + ": expected " + stated + ", found " + found);
    }

    /** Everything that is wrong with the listed files' bytes. */
    List<String> differences(WaczZip zip) throws IOException {
        List<String> out = new ArrayList<>();
        for (String path : hashes.keySet()) {
            differs(path, zip.copy(path, OutputStream.nullOutputStream()).sha256())
                    .ifPresent(out::add);
        }
        return out;
    }

    static Optional<JsonNode> json(WaczZip zip, String path) throws IOException {
        try {
            return zip.bytes(path, LARGEST).map(bytes -> Json.parse(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | JsonException noJson) {
            return Optional.empty();
        }
    }

    static Optional<Digest> digest(String text) {
        String hex = text.toLowerCase(Locale.ROOT).replaceFirst("^sha-?256:", "");
        return Digests.parse(text.isEmpty() ? "" : "sha256:" + hex);
    }
}
