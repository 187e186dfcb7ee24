package org.pressmark.pipeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.UrlKey;

/**
 * The address under which an archive gives a capture, as Wayback Machine, pywb and we form it:
 * {@code <prefix>/<timestamp><modifier>/<original>}.
 *
 * @param prefix up to and with the slash before the timestamp
 * @param stamp four to fourteen digits
 * @param original the archived page's own address
 */
record MementoAddress(String prefix, String stamp, String original) {
    private static final Pattern FORM = Pattern.compile("^(.*?/)([0-9]{4,14})([a-z]{2}_)?/(.+)$", Pattern.DOTALL);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Optional<MementoAddress> of(String address) {
        int path = address.indexOf("://");
        Matcher parts = FORM.matcher(address);
        boolean fits = path > 0 && parts.matches() && parts.end(1) > path + 3;
        return fits
                ? Optional.of(new MementoAddress(parts.group(1), parts.group(2), parts.group(4)))
                : Optional.empty();
    }

    /** The fourteen digits of a time. */
    static String stamp(Instant time) {
        return STAMP.format(time);
    }

    /** The time that it names; what it leaves out is the beginning of that time. */
    Optional<Instant> date() {
        String whole = stamp + "00000101000000".substring(stamp.length());
        try {
            return Optional.of(Instant.from(STAMP.parse(whole)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** Where the same capture is given as it was stored, nothing rewritten. */
    String raw() {
        return prefix + stamp + "id_/" + original;
    }

    /**
     * Whether a redirect from there to here is the archive's, not the page's: to the same page at another time, or to the same
     * address in another writing ({@code http://a.example} and {@code http://a.example/} make one request).
     */
    boolean archivesOwnFrom(MementoAddress there) {
        boolean page = UrlKey.of(original).equals(UrlKey.of(there.original));
        return page && (!stamp.equals(there.stamp) || same(original, there.original));
    }

    /** Whether two addresses make one request. */
    static boolean same(String one, String other) {
        return written(one).equals(written(other));
    }

    /** Whether an archive may well take two addresses for one page: it lists them under one key, of its own making. */
    static boolean samePage(String one, String other) {
        return UrlKey.of(one).equals(UrlKey.of(other)) || plain(one).equals(plain(other));
    }

    private static String plain(String address) {
        return written(address)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(?:www[0-9]*\\.)?([^/:?#]+)(?::\\d+)?", "$1")
                .replaceFirst("/+(?=$|\\?)", "")
                .replaceFirst("\\?$", "");
    }

    private static String written(String address) {
        return WebAddress.parse(address).map(WebAddress::withoutFragment).orElse(address);
    }
}
