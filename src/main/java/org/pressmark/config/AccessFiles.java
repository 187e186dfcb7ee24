package org.pressmark.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Access.Cookie;
import org.pressmark.model.HttpHead.Header;

/** Reads the files by which a person is let in: cookies as browsers and curl write them, headers a line each. */
public final class AccessFiles {
    private static final int LONGEST = 1 << 20;
    private static final String HTTP_ONLY = "#HttpOnly_";

    /** What we say of ourselves and of the message, and what is not for a person to say. */
    private static final Set<String> OURS = Set.of(
            "host",
            "user-agent",
            "accept-encoding",
            "connection",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "range",
            "if-none-match",
            "if-modified-since",
            "proxy-authorization",
            "proxy-connection");

    private AccessFiles() {}

    /**
     * Reads a cookie file of Netscape's form: domain, whether subdomains too, path, whether https only, expiry in seconds
     * since 1970 (0: none), name, value, with tabs between; {@code #} begins a comment, {@code #HttpOnly_} a cookie.
     *
     * @throws SettingException naming file and line, never a value
     */
    public static List<Cookie> cookies(Path file) {
        List<Cookie> out = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String text = line.startsWith(HTTP_ONLY) ? line.substring(HTTP_ONLY.length()) : line;
            if (!text.isBlank() && !text.startsWith("#")) {
                out.add(cookie(text.split("\t", -1), file + ", line " + number));
            }
        }
        return out;
    }

    private static Cookie cookie(String[] fields, String place) {
        if (fields.length < 6 || fields.length > 7) {
            throw new SettingException(
                    place + ": expected seven fields with tabs between (domain, subdomains, path, secure,"
                            + " expiry, name, value), found " + fields.length);
        }
        String domain = fields[0].strip();
        String value = fields.length == 7 ? fields[6].strip() : "";
        if (domain.replace(".", "").isEmpty() || !fields[2].startsWith("/") || !fields[4].matches("-?[0-9]{1,15}")) {
            throw new SettingException(
                    place + ": expected a domain, a path that begins with /, and an expiry in seconds since 1970");
        }
        if (fields[5].isBlank() || !visible(fields[5]) || !visible(value) || value.indexOf(';') >= 0) {
            throw new SettingException(place + ": expected a cookie's name and value in visible ASCII characters");
        }
        long expiry = Long.parseLong(fields[4]);
        return new Cookie(
                domain.startsWith(".") ? domain.substring(1) : domain,
                fields[1].equalsIgnoreCase("TRUE"),
                fields[2],
                fields[3].equalsIgnoreCase("TRUE"),
                expiry <= 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(expiry)),
                fields[5],
                value);
    }

    /**
     * Reads a file of headers, {@code Name: value} a line; {@code #} begins a comment.
     *
     * @throws SettingException naming file and line, never a value
     */
    public static List<Header> headers(Path file) {
        List<Header> out = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                out.add(header(line, file + ", line " + number));
            }
        }
        return out;
    }

    /**
     * One header as a person writes it.
     *
     * @param place where it stands, for the complaint
     */
    public static Header header(String line, String place) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}") || value.isEmpty() || !visible(value)) {
            throw new SettingException(place + ": expected 'Name: value' in visible ASCII characters");
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new SettingException(place + ": the header " + name
                    + " is not for you to set; fetch.contact says who you are, the rest follows from what is asked");
        }
        return new Header(name, value);
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new SettingException(file + ": expected at most " + LONGEST + " bytes");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            throw new SettingException(file + ": cannot be read; name a file that is there and that you may read");
        }
    }

    private static boolean visible(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    }
}
