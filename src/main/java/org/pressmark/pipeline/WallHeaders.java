package org.pressmark.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.HttpHead;

/** The response headers of {@code config/walls.txt}: by them a protection service says that it answered in a page's place. */
final class WallHeaders {
    private static final String FILE = "/config/walls.txt";
    private static final List<Entry> ALL = read();

    private WallHeaders() {}

    /** One line of the file. */
    private record Entry(Wall.Kind kind, String name, String value) {
        static Entry parse(String line) {
            String[] parts = line.split("\\|", -1);
            if (parts.length != 3) {
                throw new IllegalStateException("expected 'kind | header | value' in " + FILE + ", found: " + line);
            }
            String kind = parts[0].strip().toUpperCase(Locale.ROOT).replace('-', '_');
            return new Entry(Wall.Kind.valueOf(kind), parts[1].strip(), parts[2].strip());
        }

        boolean is(HttpHead.Header header) {
            return header.name().equalsIgnoreCase(name)
                    && header.value().toLowerCase(Locale.ROOT).startsWith(value);
        }
    }

    private static List<Entry> read() {
        try (InputStream in = Objects.requireNonNull(WallHeaders.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Entry::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The wall that a response head speaks of. */
    static Optional<Wall> said(HttpHead head) {
        List<HttpHead.Header> headers = head.headers();
        return ALL.stream()
                .filter(entry -> headers.stream().anyMatch(entry::is))
                .findFirst()
                .map(entry -> new Wall(entry.kind(), "header " + entry.name()));
    }
}
