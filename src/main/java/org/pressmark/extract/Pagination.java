package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pressmark.model.Field;

/**
 * The other pages of an article that is parted over several: addresses that are the page's own but for a number, and stand
 * as {@code rel=next}, {@code rel=prev} or behind that very number.
 */
final class Pagination {
    private static final int MOST = 100;
    private static final int MOST_LINKS = 5_000;
    /** {@code ?page=2}, {@code /2}, {@code /page/2/}, {@code -s2}, {@code _2}, {@code ,seite-2}: a number with a short word before it. */
    private static final Pattern NUMBERED = Pattern.compile("^(.*?)[/?&;,._-]+(?:[a-z]{1,8}[=/_-]?)?([0-9]{1,2})/?$");

    private static final Pattern NEIGHBOUR = Pattern.compile("(?i)\\b(next|prev)\\b");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
    private static final Evaluator LINKS = Selector.evaluatorOf("link[rel~=(?i)^(next|prev)$][href], a[href]");

    private Pagination() {}

    /** Adds {@code page.2}, {@code page.3} … to the facts; nothing where the page stands alone. */
    static void read(Page page, String url) {
        String address = bare(url.isEmpty() ? page.document.baseUri() : url);
        if (address.isEmpty()) {
            return;
        }
        Matcher here = NUMBERED.matcher(address);
        List<String> stems = new ArrayList<>(List.of(address));
        if (here.matches()) {
            stems.add(here.group(1));
        }
        Map<Integer, Field> found = new TreeMap<>();
        int seen = 0;
        for (Element link : page.index.select(LINKS)) {
            if (++seen > MOST_LINKS || found.size() >= MOST) {
                break;
            }
            int number = number(page, link, stems);
            if (number > 0) {
                found.putIfAbsent(number, field(page, link, number));
            }
        }
        int own = here.matches() && !stems.get(1).isEmpty() && leadsBelow(found, Integer.parseInt(here.group(2)))
                ? Integer.parseInt(here.group(2))
                : 1;
        // A row of pages has a neighbour of this one; numbers alone may be anything.
        if (found.containsKey(own + 1) || found.containsKey(own - 1)) {
            found.values().forEach(page.facts::add);
        }
    }

    private static boolean leadsBelow(Map<Integer, Field> found, int number) {
        return found.containsKey(number - 1) || found.containsKey(number + 1) && !found.containsKey(2);
    }

    /** The page's number that a link leads to; 0 where it is no page of this article. */
    private static int number(Page page, Element link, List<String> stems) {
        boolean head = link.nameIs("link");
        boolean stated = head
                || link.hasAttr("rel") && NEIGHBOUR.matcher(link.attr("rel")).find();
        String words = Elements.atMost(link, 2) ? link.text().strip() : "";
        boolean counted = NUMBER.matcher(words).matches();
        if (!stated && !counted) {
            return 0;
        }
        String target = Addresses.absolute(page.document.baseUri(), link.attr("href"));
        if (target.indexOf('#') >= 0 || Text.lower(target).contains("comment") || page.isCut(link)) {
            return 0;
        }
        String bare = bare(target);
        if (stated && bare.equals(stems.get(stems.size() - 1)) && stems.size() > 1) {
            return 1;
        }
        Matcher numbered = NUMBERED.matcher(bare);
        if (!numbered.matches() || !stems.contains(numbered.group(1)) || bare.equals(stems.get(0))) {
            return 0;
        }
        int number = Integer.parseInt(numbered.group(2));
        return counted && number != Integer.parseInt(words) ? 0 : number;
    }

    /** Without scheme, closing slash and {@code .html}, in lower case. */
    private static String bare(String url) {
        String bare = Text.lower(url).replaceFirst("^https?://(www\\.)?", "").replaceFirst("\\.html?(?=$|\\?)", "");
        return bare.indexOf('/') <= 0 || bare.indexOf('/') == bare.length() - 1 ? "" : bare.replaceFirst("/$", "");
    }

    private static Field field(Page page, Element link, int number) {
        String target = Addresses.absolute(page.document.baseUri(), link.attr("href"));
        return new Field(
                target,
                link.attr("href"),
                page.source.place(
                        link.sourceRange().startPos(), link.sourceRange().endPos(), page.selectors.of(link)),
                "page." + number);
    }
}
