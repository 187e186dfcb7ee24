package org.pressmark.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the line of a robots.txt that forbids a path, to quote it. The verdict itself is crawler-commons'; this only
 * explains it (RFC 9309 §2.2.1 and §2.2.2: the groups of our product token, else those of {@code *}; the longest pattern
 * counts).
 */
final class RobotsLine {
    private record Rule(String line, int number, String pattern) {}

    private RobotsLine() {}

    /**
     * The line, quoted, with its number.
     *
     * @param path path and query, percent-encoded
     * @return e.g. {@code "Disallow: /private" (line 3)}; empty where none is found
     */
    static Optional<String> forbidding(String robotsTxt, String token, String path) {
        List<Rule> ours = new ArrayList<>();
        List<Rule> anyones = new ArrayList<>();
        boolean namesUs = false;
        boolean groupOurs = false;
        boolean groupAnyones = false;
        boolean agentBefore = false;
        String[] lines = robotsTxt.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].replaceFirst("#.*", "").strip();
            int colon = line.indexOf(':');
            String key = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            if (key.endsWith("user-agent")) { // a byte order mark may stand before it
                groupOurs = (agentBefore && groupOurs)
                        || value.toLowerCase(Locale.ROOT).equals(token);
                groupAnyones = (agentBefore && groupAnyones) || value.equals("*");
                namesUs |= groupOurs;
                agentBefore = true;
                continue;
            }
            if (!key.isEmpty() && !key.equals("sitemap")) {
                agentBefore = false;
            }
            if (key.equals("disallow") && !value.isEmpty() && matches(value, path)) {
                Rule rule = new Rule(line, i + 1, value);
                if (groupOurs) {
                    ours.add(rule);
                }
                if (groupAnyones) {
                    anyones.add(rule);
                }
            }
        }
        return (namesUs ? ours : anyones)
                .stream()
                        .reduce((a, b) -> b.pattern.length() > a.pattern.length() ? b : a)
                        .map(rule -> "\"" + rule.line.replaceAll("\\p{Cntrl}", ".") + "\" (line " + rule.number + ")");
    }

    /** {@code *} is any run, {@code $} at the end is the end (RFC 9309 §2.2.3); no backtracking beyond the last star. */
    private static boolean matches(String pattern, String path) {
        boolean toEnd = pattern.endsWith("$");
        String body = toEnd ? pattern.substring(0, pattern.length() - 1) : pattern;
        String[] parts = body.split("\\*+", -1);
        if (!path.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (last && toEnd) {
                return path.length() - parts[i].length() >= at && path.endsWith(parts[i]);
            }
            int found = path.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return !toEnd || at == path.length();
    }
}
