package org.pressmark.crawl;

import java.util.regex.Pattern;
import org.pressmark.markup.WebAddress;

/** Whether an address looks like that of an article, by its shape alone. */
final class ArticleAddress {
    private static final Pattern DATE =
            Pattern.compile("(?:^|[/_-])(?:19|20)\\d\\d[/_-]?(?:0?[1-9]|1[0-2])(?:[/_-]|\\d\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d{5,}");
    private static final Pattern FILE = Pattern.compile("\\.(?:s?html?|php|aspx?|jsp)$");
    private static final Pattern OTHER_FILE = Pattern.compile(
            "(?i)\\.(?:jpe?g|png|gif|webp|avif|svg|css|js|json|xml|rss|atom|zip|mp[34]|m4[av]|ics|exe|apk)$");

    private ArticleAddress() {}

    /** −2 for a front page or a picture; 0 for what may be anything; up to 5 for a dated path with words in it. */
    static int score(WebAddress address) {
        String path = address.path();
        String last = path.replaceFirst("/+$", "");
        last = last.substring(last.lastIndexOf('/') + 1);
        if (last.isEmpty() || OTHER_FILE.matcher(path).find()) {
            return -2;
        }
        String stem = FILE.matcher(last).replaceFirst("");
        int words = stem.split("[-_+]|%20", -1).length;
        int score = 0;
        score += DATE.matcher(path).find() ? 2 : 0;
        // Names in other scripts are long runs of percent signs without hyphens.
        score += words >= 4 || stem.length() >= 40 && stem.indexOf('%') >= 0 ? 2 : words == 3 ? 1 : 0;
        score += NUMBER.matcher(stem).find() || NUMBER.matcher(address.query()).find() ? 1 : 0;
        score += last.length() > stem.length() && words > 1 ? 1 : 0;
        return score;
    }
}
