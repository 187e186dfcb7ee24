package org.pressmark.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies of forms as the text of a query. */
final class FormText {
    private static final Pattern PART_NAME = Pattern.compile("(?i)[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))");

    private FormText() {}

    /** A form's text with {@code +} and escapes undone; a broken escape stays as it is. */
    static String unescaped(String form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(form.length());
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The parts of a multipart form as names and values. */
    static String ofParts(byte[] body, String boundary) {
        String text = new String(body, StandardCharsets.UTF_8);
        String plain = boundary.split("[;\\s]", 2)[0].replace("\"", "");
        StringBuilder out = new StringBuilder();
        for (String part : text.split(Pattern.quote("--" + plain), -1)) {
            int head = part.indexOf("\r\n\r\n");
            if (head < 0) {
                continue;
            }
            Matcher name = PART_NAME.matcher(part.substring(0, head));
            String value = part.substring(head + 4);
            value = value.endsWith("\r\n") ? value.substring(0, value.length() - 2) : value;
            if (name.find()) {
                pair(out, name.group(1) == null ? name.group(2) : name.group(1), value);
            }
        }
        return out.toString();
    }

    /**
     * The values of a JSON document, or of one a line, each under the name next above it; a name that comes again is numbered
     * {@code a.2_}. Values outside an object have no name and are left out.
     *
     * @return empty where it is no JSON
     */
    static Optional<String> ofJson(byte[] body) {
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, Integer> again = new HashMap<>();
        Deque<String> names = new ArrayDeque<>();
        String name = "";
        boolean any = false;
        try (JsonParser json = new JsonFactory().createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                any = true;
                if (token.isStructStart()) {
                    names.push(name);
                } else if (token.isStructEnd()) {
                    name = names.pop();
                } else if (token == JsonToken.FIELD_NAME) {
                    name = json.getText();
                } else if (!name.isEmpty()) {
                    put(found, again, name, value(json, token));
                }
            }
        } catch (IOException noJson) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        found.forEach((key, value) -> pair(out, key, value));
        return any ? Optional.of(out.toString()) : Optional.empty();
    }

    private static void put(Map<String, String> found, Map<String, Integer> again, String name, String value) {
        String key = found.containsKey(name) ? name + "." + again.merge(name, 2, (old, two) -> old + 1) + "_" : name;
        found.put(key, value);
    }

    /** As the indexers of the field write it, which are Python. */
    private static String value(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_TRUE -> "True";
            case VALUE_FALSE -> "False";
            case VALUE_NULL -> "None";
            default -> json.getText();
        };
    }

    private static void pair(StringBuilder out, String name, String value) {
        out.append(out.length() > 0 ? "&" : "")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("*", "%2A")
                        .replace("%7E", "~"))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)
                        .replace("*", "%2A")
                        .replace("%7E", "~"));
    }
}
