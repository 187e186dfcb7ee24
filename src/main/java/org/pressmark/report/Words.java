package org.pressmark.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Capture;
import org.pressmark.model.Field;
import org.pressmark.model.Witness;

/** Numbers, times and names in words. */
final class Words {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private Words() {}

    /** A number with what it counts, e.g. {@code 1 change}, {@code 2 changes}, {@code 12 345 bytes}. */
    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    /** Digits in groups of three from five digits on, a no-break space between, e.g. {@code 12 345}. */
    static String number(long number) {
        String digits = Long.toString(number);
        StringBuilder out = new StringBuilder(digits);
        if (digits.length() > 4) {
            for (int i = digits.length() - 3; i > 0 && digits.charAt(i - 1) != '-'; i -= 3) {
                out.insert(i, '\u00a0');
            }
        }
        return out.toString();
    }

    /** A length in the unit that people read, e.g. {@code 512 bytes}, {@code 14.2 kB} (1 kB = 1000 bytes). */
    static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0
                ? count(bytes, "byte")
                : String.format(Locale.ROOT, value < 100 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    /** E.g. {@code 21 Nov 2026}, in UTC. */
    static String day(Instant time) {
        return DAY.format(time.atOffset(ZoneOffset.UTC));
    }

    /** E.g. {@code March 2021}. */
    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** E.g. {@code 2026-11-21 16:14 UTC}. */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** The fourteen digits of replay addresses, e.g. {@code 20261121161400}. */
    static String stamp(Instant time) {
        return STAMP.format(time);
    }

    /**
     * Who saw a copy, where it was another archive, and what it is, where it is not the page, e.g.
     * {@code " by web.archive.org, an error page (status 404)"}; empty text where neither is to be said.
     */
    static String by(Witness witness) {
        String who = witness.capture()
                .flatMap(Capture::witness)
                .map(archive -> " by " + Shown.line(archive))
                .orElse("");
        return who + witness.capture().map(Words::inThePagesPlace).orElse("");
    }

    private static String inThePagesPlace(Capture capture) {
        if (capture.role() == Capture.Role.WALL) {
            return ", a wall in the page's place (status " + capture.status() + ")";
        }
        return capture.status() >= 400 ? ", an error page (status " + capture.status() + ")" : "";
    }

    /** The day of a claimed time as the page states it, e.g. {@code 27 Dec 2021}; what is no date as it stands. */
    static String claimedDay(String iso) {
        Matcher day = ISO_DAY.matcher(iso);
        try {
            return day.lookingAt() ? DAY.format(LocalDate.parse(day.group())) : Shown.line(iso);
        } catch (DateTimeException notADay) {
            return Shown.line(iso);
        }
    }

    /** A claimed time in full, e.g. {@code 27 Dec 2021, 14:40 +03:00}. */
    static String claimedTime(String iso) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(iso);
            return DAY.format(time) + ", "
                    + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time) + " "
                    + (time.getOffset().equals(ZoneOffset.UTC)
                            ? "UTC"
                            : time.getOffset().getId());
        } catch (DateTimeException noTime) {
            return claimedDay(iso);
        }
    }

    /** The headline, else the address, else a word. */
    static String title(Article article) {
        return Shown.line(article.headline()
                .map(Field::value)
                .orElse(article.url().isEmpty() ? "Article without a headline" : article.url()));
    }

    /** The words on the page that credit somebody for the text: the source line, else the byline. */
    static Optional<String> credit(Article article) {
        return exact(article, BlockKind.SOURCE_LINE)
                .or(() -> article.agencies().stream()
                        .map(Field::exact)
                        .filter(s -> !s.isBlank())
                        .findFirst())
                .or(() -> exact(article, BlockKind.BYLINE))
                .or(() -> article.authors().stream().map(Field::value).reduce((a, b) -> a + ", " + b))
                .map(Shown::line);
    }

    private static Optional<String> exact(Article article, BlockKind kind) {
        return article.blocks().stream()
                .filter(block -> block.kind() == kind && !block.text().isBlank())
                .map(Block::text)
                .findFirst();
    }

    /** The host of an address without {@code www.}; the text itself where it is no address. */
    static String host(String url) {
        Matcher host = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/?#@]*@)?([^/?#]+)")
                .matcher(url);
        return host.find() ? host.group(1) : url;
    }

    /** First letter in upper case, unless the first word is a host or a file name. */
    static String sentence(String words) {
        int dot = words.split(" ", 2)[0].indexOf('.');
        boolean name = dot > 0 && dot < words.length() - 1 && words.charAt(dot + 1) != ' ';
        return words.isEmpty() || name ? words : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    /** "a", "a and b", "a, b and c". */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : words.stream().limit(last).collect(Collectors.joining(", ")) + " and " + words.get(last);
    }
}
