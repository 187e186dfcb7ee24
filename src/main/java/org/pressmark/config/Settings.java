package org.pressmark.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings in force, each with where it came from. Every value was checked when it was set. */
public final class Settings {

    /**
     * One value in force.
     *
     * @param text as written
     * @param origin where from, e.g. {@code default}, {@code file config/pressmark.yaml, line 12},
     *     {@code environment PRESSMARK_FETCH_DELAY}, {@code flag --archive}
     */
    public record Value(String text, String origin) {}

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})(B|KiB|MiB|GiB)?");
    private static final long MOST_BYTES = 1_000_000L << 30;

    private final Map<Setting, Value> values;

    private Settings(Map<Setting, Value> values) {
        this.values = values;
    }

    /** The defaults alone. */
    public static Settings defaults() {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, new Value(setting.defaultText(), "default"));
        }
        return new Settings(values);
    }

    /**
     * These settings with some replaced.
     *
     * @throws SettingException if a value is not of its setting's kind
     */
    public Settings with(Map<Setting, Value> overrides) {
        Map<Setting, Value> merged = new EnumMap<>(values);
        overrides.forEach((setting, value) -> {
            check(setting, value);
            merged.put(setting, value);
        });
        return new Settings(merged);
    }

    /**
     * These settings under what the environment says.
     *
     * @param environment variables by name, e.g. {@code PRESSMARK_FETCH_DELAY=2s}
     */
    public Settings withEnvironment(Map<String, String> environment) {
        Map<Setting, Value> found = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String text = environment.get(setting.variable());
            if (text != null) {
                found.put(setting, new Value(text, "environment " + setting.variable()));
            }
        }
        return with(found);
    }

    public Value value(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    public String text(Setting setting) {
        return value(setting).text();
    }

    public boolean flag(Setting setting) {
        return text(setting).equals("true");
    }

    public int count(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public Duration duration(Setting setting) {
        return parseDuration(text(setting));
    }

    /** A size in bytes. */
    public long bytes(Setting setting) {
        return parseSize(text(setting));
    }

    public List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static void check(Setting setting, Value value) {
        String expected = switch (setting.kind()) {
            case TEXT, LIST -> "";
            case FOLDER -> value.text().isBlank() || value.text().indexOf('\0') >= 0 ? "a folder" : "";
            case FLAG -> value.text().matches("true|false") ? "" : "true or false";
            case COUNT -> value.text().matches("[0-9]{1,9}") ? "" : "a whole number, e.g. " + setting.defaultText();
            case DURATION ->
                DURATION.matcher(value.text()).matches() ? "" : "a duration such as 500ms, 30s, 5m, 24h, 7d";
            case SIZE -> SIZE.matcher(value.text()).matches() ? "" : "a size such as 64KiB, 256MiB, 1GiB";
        };
        if (expected.isEmpty()) {
            expected = within(setting, value.text());
        }
        if (!expected.isEmpty()) {
            throw new SettingException(String.format(
                    Locale.ROOT, "%s: %s is '%s'; expected %s", value.origin(), setting.key(), value.text(), expected));
        }
    }

    /** What is expected of a number beside its form; empty where it is met. */
    private static String within(Setting setting, String text) {
        return switch (setting) {
            case ARCHIVE_COMPRESSION -> text.matches("[1-9]") ? "" : "a level from 1 to 9";
            case ARCHIVE_FILE_SIZE, FETCH_MAX_BODY -> sized(text, MOST_BYTES) ? "" : "a size from 1B to 1000000GiB";
            case FETCH_MAX_HEAD -> sized(text, 1L << 30) ? "" : "a size from 1B to 1GiB";
            default -> "";
        };
    }

    private static boolean sized(String text, long most) {
        long bytes = parseSize(text);
        return bytes >= 1 && bytes <= most;
    }

    /**
     * Reads a duration as settings are written.
     *
     * @param text e.g. {@code 30m}, {@code 12h}, {@code 7d}
     * @throws SettingException if it is none
     */
    public static Duration parseDuration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new SettingException("expected a duration such as 30m, 12h, 7d, found '" + text + "'");
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    static long parseSize(String text) {
        Matcher parts = SIZE.matcher(text);
        if (!parts.matches()) {
            throw new SettingException("expected a size such as 64KiB, 1GiB, found '" + text + "'");
        }
        int shift = switch (parts.group(2) == null ? "B" : parts.group(2)) {
            case "KiB" -> 10;
            case "MiB" -> 20;
            case "GiB" -> 30;
            default -> 0;
        };
        long number = Long.parseLong(parts.group(1));
        return number > Long.MAX_VALUE >> shift ? Long.MAX_VALUE : number << shift;
    }
}
