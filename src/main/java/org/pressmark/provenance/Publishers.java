package org.pressmark.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.text.Folded;

/** The publishers of {@code config/publishers.txt}: what people call a site, by its domain or by one of its names. */
final class Publishers {
    private static final String RESOURCE = "/config/publishers.txt";
    private static final Publishers ALL = new Publishers(lines(RESOURCE));

    /**
     * A publisher.
     *
     * @param name as people write it, e.g. {@code The Moscow Times}
     * @param domain the first of its domains, e.g. {@code themoscowtimes.com}
     */
    record Publisher(String name, String domain) {}

    private final Map<String, Publisher> byDomain = new HashMap<>();
    private final Map<String, Publisher> byName = new HashMap<>();

    private Publishers(List<String> lines) {
        for (String line : lines) {
            String[] parts = line.split("\\|", -1);
            if (parts.length != 3) {
                throw new IllegalStateException(
                        "expected 'name; alias | domain; domain | languages' in " + RESOURCE + ", found: " + line);
            }
            List<String> names = list(parts[0]);
            List<String> domains = list(parts[1]);
            Publisher publisher = new Publisher(names.get(0), domains.get(0));
            domains.forEach(domain -> byDomain.putIfAbsent(domain, publisher));
            names.forEach(name -> byName.putIfAbsent(key(name), publisher));
        }
    }

    /** The publishers that come with the program. */
    static Publishers all() {
        return ALL;
    }

    Optional<Publisher> ofHost(String host) {
        String rest = host;
        while (!rest.isEmpty()) {
            Publisher found = byDomain.get(rest);
            if (found != null) {
                return Optional.of(found);
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return Optional.empty();
    }

    /** The publisher whose name the whole text is, an article and outer punctuation aside. */
    Optional<Publisher> named(String text) {
        return Optional.ofNullable(byName.get(key(text)));
    }

    /** What to call the site of an address: the publisher's name, else the host. */
    String label(String url) {
        String host = WebAddress.plainHost(url);
        return ofHost(host).map(Publisher::name).orElse(host.isEmpty() ? url : host);
    }

    /** Letters and digits only, in folded lower case, the article dropped: by this names are compared. */
    static String key(String name) {
        String folded = Folded.caseFold(name).strip();
        StringBuilder out = new StringBuilder();
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return folded.startsWith("the ") ? out.substring(3) : out.toString();
    }

    private static List<String> list(String text) {
        List<String> out = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            if (!part.isBlank()) {
                out.add(part.strip());
            }
        }
        return out;
    }

    /** The lines of a UTF-8 resource, comments and empty ones left out. */
    static List<String> lines(String resource) {
        try (@Nullable InputStream in = Publishers.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "expected the data file " + resource + " on the class path, found none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the data file " + resource, e);
        }
    }
}
