package org.pressmark.audit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of the header of a WARC record (WARC 1.1 §5 and §6; CONFORMANCE A1 to A15). A breach is a warning, for which
 * {@code verify} has an exit code of its own.
 */
final class HeaderRules {
    private static final Pattern DATE =
            Pattern.compile("\\d{4}(?:-\\d\\d(?:-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?Z)?)?");
    private static final Pattern ID = Pattern.compile("<[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>]+>");
    private static final Set<String> REPEATABLE = Set.of("warc-concurrent-to", "warc-protocol", "warc-cipher-suite");
    private static final Set<String> WITH_TARGET =
            Set.of("response", "resource", "request", "revisit", "conversion", "continuation");
    private static final Set<String> TYPES =
            Set.of("warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation");
    private static final Set<String> TRUNCATED = Set.of("length", "time", "disconnect", "unspecified");
    private static final Pattern PROFILE = Pattern.compile(
            "http://netpreserve\\.org/warc/1\\.[01]/(?:revisit/)?(?:identical-payload-digest|server-not-modified)");
    private static final int REMEMBERED = 4096;

    private final String file;
    private final Findings findings;
    private final SeenIds ids;
    private final Map<String, String> dates = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    HeaderRules(String file, Findings findings, SeenIds ids) {
        this.file = file;
        this.findings = findings;
        this.ids = ids;
    }

    void check(RecordHeader header, long offset, boolean first) {
        shape(header, offset);
        required(header, offset);
        ids(header, offset);
        dates(header, offset);
        if (first && !header.type().equals("warcinfo")) {
            warn("first-record-no-warcinfo", offset, "expected a warcinfo record first, found " + header.type());
        }
        type(header, offset);
        header.first("WARC-Truncated")
                .filter(value -> !TRUNCATED.contains(value.toLowerCase(Locale.ROOT)))
                .ifPresent(value -> warn(
                        "truncated-unknown",
                        offset,
                        "expected WARC-Truncated as one of "
                                + TRUNCATED.stream().sorted().toList() + ", found \"" + value + "\""));
        header.first("WARC-IP-Address")
                .filter(value -> !IpAddress.canonical(value))
                .ifPresent(value -> warn(
                        "ip-address-form",
                        offset,
                        "expected WARC-IP-Address in its canonical form (RFC 5952), found \"" + value + "\""));
    }

    private void shape(RecordHeader header, long offset) {
        if (!header.version().matches("WARC/1\\.[01]")) {
            warn("version-unknown", offset, "expected WARC/1.0 or WARC/1.1, found \"" + header.version() + "\"");
        }
        for (String odd : header.oddLines()) {
            warn("header-line", offset, "expected named fields that end in CR LF, found " + odd);
        }
        Set<String> names = new HashSet<>();
        for (RecordHeader.Entry field : header.fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!names.add(name) && !REPEATABLE.contains(name)) {
                warn("field-repeated", offset, "expected " + field.name() + " once, found it again");
            }
        }
    }

    private void required(RecordHeader header, long offset) {
        for (String name : List.of("WARC-Type", "WARC-Record-ID", "WARC-Date")) {
            if (!header.has(name)) {
                warn("field-missing", offset, "expected " + name + ", found none");
            }
        }
        if (header.has("WARC-Type") && !TYPES.contains(header.type())) {
            findings.note(
                    "type-unknown",
                    offset,
                    "The type \"" + header.type() + "\" is not one of WARC 1.1; readers skip such records.");
        }
        header.first("WARC-Date")
                .filter(value -> !DATE.matcher(value).matches())
                .ifPresent(value -> warn(
                        "date-form",
                        offset,
                        "expected WARC-Date in UTC as 2026-11-22T10:15:00Z, found \"" + value + "\""));
        if (WITH_TARGET.contains(header.type()) && !header.has("WARC-Target-URI")) {
            warn("field-missing", offset, "expected WARC-Target-URI in a " + header.type() + " record, found none");
        }
        header.first("WARC-Target-URI")
                .filter(value -> value.startsWith("<") || value.chars().anyMatch(Character::isWhitespace))
                .ifPresent(value -> warn(
                        "target-uri-form", offset, "expected WARC-Target-URI as a bare URI, found \"" + value + "\""));
    }

    private void ids(RecordHeader header, long offset) {
        header.first("WARC-Record-ID")
                .filter(value -> !ID.matcher(value).matches())
                .ifPresent(value -> warn(
                        "record-id-form",
                        offset,
                        "expected WARC-Record-ID as a URI in angle brackets, found \"" + value + "\""));
        if (!header.id().isEmpty() && !ids.add(header.id())) {
            findings.warning(
                    "record-id-again",
                    offset,
                    "The record id " + header.id()
                            + " was met before: expected every record to have its own. The index has the first that"
                            + " came.");
        }
    }

    private void dates(RecordHeader header, long offset) {
        String date = header.first("WARC-Date").orElse("");
        for (RecordHeader.Entry field : header.fields()) {
            if (field.name().equalsIgnoreCase("WARC-Concurrent-To")) {
                String other = dates.get(field.value());
                if (other != null && !other.equals(date)) {
                    warn(
                            "capture-dates-differ",
                            offset,
                            "expected one WARC-Date for all records of a capture, " + other + ", found " + date);
                }
            }
        }
        header.first("WARC-Record-ID").ifPresent(id -> dates.put(id, date));
    }

    private void type(RecordHeader header, long offset) {
        String type = header.type();
        boolean web = header.first("WARC-Target-URI")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .matches("<?https?:.*");
        if ((type.equals("response") || type.equals("request")) && web && !PayloadDigests.http(header.contentType())) {
            warn(
                    "content-type",
                    offset,
                    "expected Content-Type application/http;msgtype=" + type + ", found \"" + header.contentType()
                            + "\"");
        }
        boolean info = type.equals("warcinfo");
        if (info) {
            info(header, offset);
        } else if (header.has("WARC-Filename")) {
            warn(
                    "field-misplaced",
                    offset,
                    "expected WARC-Filename in a warcinfo record only, found it in a " + type + " record");
        }
        if (type.equals("revisit")) {
            revisit(header, offset);
        } else if (Set.of("response", "request", "resource").contains(type)) {
            for (String name : List.of("WARC-Refers-To", "WARC-Refers-To-Target-URI", "WARC-Refers-To-Date")) {
                if (header.has(name)) {
                    warn("field-misplaced", offset, "expected no " + name + " in a " + type + " record");
                }
            }
        }
    }

    private void info(RecordHeader header, long offset) {
        for (String name : List.of("WARC-Target-URI", "WARC-Warcinfo-ID")) {
            if (header.has(name)) {
                warn("field-misplaced", offset, "expected no " + name + " in a warcinfo record");
            }
        }
        if (header.has("WARC-Payload-Digest")) {
            warn(
                    "payload-digest-without-payload",
                    offset,
                    "expected no WARC-Payload-Digest in a warcinfo record, which has no payload");
        }
        if (!header.contentType().toLowerCase(Locale.ROOT).startsWith("application/warc-fields")) {
            warn(
                    "content-type",
                    offset,
                    "expected Content-Type application/warc-fields, found \"" + header.contentType() + "\"");
        }
        header.first("WARC-Filename")
                .filter(name -> !file.equals(name) && !file.equals(name + Auditor.OPEN))
                .ifPresent(name -> findings.note(
                        "file-renamed", offset, "The file calls itself " + name + "; it was renamed since."));
    }

    private void revisit(RecordHeader header, long offset) {
        String profile = header.first("WARC-Profile").orElse("");
        if (!PROFILE.matcher(profile).matches()) {
            warn(
                    "revisit-profile",
                    offset,
                    "expected the profile identical-payload-digest or server-not-modified, found \"" + profile + "\"");
        } else if (profile.endsWith("identical-payload-digest") && !header.has("WARC-Payload-Digest")) {
            warn("field-missing", offset, "expected WARC-Payload-Digest in a revisit by identical payload, found none");
        }
    }

    private void warn(String code, long offset, String what) {
        findings.warning(code, offset, Character.toUpperCase(what.charAt(0)) + what.substring(1) + ".");
    }
}
