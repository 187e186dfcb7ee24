package org.pressmark.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header of a WARC record as it stands in the file (WARC 1.1 §4).
 *
 * @param version the first line, e.g. {@code WARC/1.1}
 * @param fields in order; a folded line is joined to the one before it
 * @param oddLines lines that are neither field nor fold, and line ends that are not CR LF
 */
record RecordHeader(String version, List<Entry> fields, List<String> oddLines) {

    /** One named field. */
    record Entry(String name, String value) {}

    static RecordHeader parse(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        List<String> odd = new ArrayList<>();
        if (text.replace("\r\n", "").indexOf('\n') >= 0) {
            odd.add("a line that ends in a bare LF");
        }
        String[] lines = text.split("\r?\n", -1);
        List<Entry> fields = new ArrayList<>();
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            String line = lines[i];
            int colon = line.indexOf(':');
            if ((line.charAt(0) == ' ' || line.charAt(0) == '\t') && !fields.isEmpty()) {
                Entry last = fields.remove(fields.size() - 1);
                fields.add(new Entry(last.name(), (last.value() + " " + line.strip()).strip()));
            } else if (colon > 0) {
                fields.add(new Entry(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            } else {
                odd.add("\"" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "\"");
            }
        }
        return new RecordHeader(lines[0], List.copyOf(fields), List.copyOf(odd));
    }

    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Entry::value)
                .findFirst();
    }

    boolean has(String name) {
        return first(name).isPresent();
    }

    /** Lower case; empty text where it is missing. */
    String type() {
        return first("WARC-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    /** The record id without its brackets; empty text where it is missing. */
    String id() {
        String id = first("WARC-Record-ID").orElse("");
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }

    /** Whether this is an answer of another protocol than the web's, e.g. a crawler's look-up of a host ({@code dns:}). */
    boolean lookUp() {
        String address = first("WARC-Target-URI").orElse("").toLowerCase(Locale.ROOT);
        return type().equals("response")
                && !contentType().toLowerCase(Locale.ROOT).startsWith("application/http")
                && !address.matches("<?https?:.*");
    }

    String contentType() {
        return first("Content-Type").orElse("");
    }

    /** −1 where it is missing or no number. */
    long contentLength() {
        String value = first("Content-Length").orElse("");
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
    }
}
