package org.pressmark.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.WebAddress;

/** The parts of a single file: fetched from the archive once, written as {@code data:} addresses, counted. */
final class Parts {
    /** Style sheets that import style sheets; deeper ones are left out. */
    private static final int DEEPEST_IMPORT = 8;

    static final String NOTHING = "data:,";

    private final Function<String, Optional<ArchivedBytes>> archive;
    private final Map<String, Optional<ArchivedBytes>> fetched = new HashMap<>();
    private final Map<String, SingleFileHtml.Missing> missing = new LinkedHashMap<>();
    private final Set<String> inlined = new LinkedHashSet<>();
    private long room;

    Parts(Function<String, Optional<ArchivedBytes>> archive, long limit) {
        this.archive = archive;
        this.room = limit;
    }

    List<String> inlined() {
        return List.copyOf(inlined);
    }

    List<SingleFileHtml.Missing> missing() {
        List<SingleFileHtml.Missing> out = new ArrayList<>(missing.values());
        out.removeIf(part -> inlined.contains(part.url()));
        return out;
    }

    void miss(String url, AddressKind kind, String reason) {
        missing.putIfAbsent(url, new SingleFileHtml.Missing(url, kind, reason));
    }

    Optional<ArchivedBytes> fetch(WebAddress target, AddressKind kind) {
        String url = target.withoutFragment();
        Optional<ArchivedBytes> part = fetched.computeIfAbsent(url, archive);
        if (part.isEmpty()) {
            miss(url, kind, "not archived");
        }
        return part;
    }

    /** True where so much more may be written; takes the room. */
    boolean take(WebAddress target, AddressKind kind, long length) {
        String url = target.withoutFragment();
        if (length > room) {
            miss(url, kind, "too large");
            return false;
        }
        room -= length;
        inlined.add(url);
        return true;
    }

    /** A part as a {@code data:} address, its fragment kept. */
    Optional<String> inline(WebAddress target, AddressKind kind, int depth) {
        Optional<ArchivedBytes> part = fetch(target, kind);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        ArchivedBytes found = part.get();
        String uri;
        if (kind == AddressKind.STYLE) {
            Optional<String> sheet = sheet(target, depth);
            if (sheet.isEmpty()) {
                return sheet;
            }
            uri = dataUri("text/css;charset=utf-8", sheet.get().getBytes(StandardCharsets.UTF_8));
        } else {
            if (found.bytes().length > room) {
                miss(target.withoutFragment(), kind, "too large");
                return Optional.empty();
            }
            uri = dataUri(type(found, kind), found.bytes());
        }
        return take(target, kind, uri.length()) ? Optional.of(uri + target.fragment()) : Optional.empty();
    }

    /** A style sheet's text with its own parts inlined. */
    Optional<String> sheet(WebAddress target, int depth) {
        Optional<ArchivedBytes> part = fetch(target, AddressKind.STYLE);
        if (part.isEmpty() || depth > DEEPEST_IMPORT || part.get().bytes().length > room) {
            part.ifPresent(found -> miss(target.withoutFragment(), AddressKind.STYLE, "too large"));
            return Optional.empty();
        }
        Optional<String> type = part.get().contentType().filter(label -> label.contains("charset"));
        String text = SourceText.decode(part.get().bytes(), Optional.of(type.orElse("text/css")))
                .text();
        Splices splices = new Splices();
        AddressScan.css(text, target.href(), address -> style(address, splices, depth + 1));
        return Optional.of(splices.applyTo(text));
    }

    /** Replaces an address that stands in CSS. */
    void style(Address address, Splices splices, int depth) {
        if (!address.fetchable()) {
            return;
        }
        Optional<String> uri = inline(address.target().orElseThrow(), address.kind(), depth);
        splices.replace(address.start(), address.end(), address.written(uri.orElse(NOTHING)));
    }

    private static String type(ArchivedBytes part, AddressKind kind) {
        String type = ContentType.type(part.contentType().orElse(""));
        if (type.matches("[a-z0-9]+/[a-z0-9.+-]+")) {
            return type;
        }
        return kind == AddressKind.FONT ? "font/woff2" : "application/octet-stream";
    }

    static String dataUri(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
