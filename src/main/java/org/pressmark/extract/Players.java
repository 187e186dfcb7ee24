package org.pressmark.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.pressmark.model.Block;

/** Finds what is shown from elsewhere in a box of its own: videos, sound, maps, charts. */
final class Players {
    /** What such a piece stands in. */
    static final String TAG = "embed";

    private static final Map<String, List<Way>> WAYS = ways();
    private static final String[] NAMES = {"title", "aria-label", "data-title", "alt"};
    private static final int LONGEST = 4_000;

    private Players() {}

    /** Where an element of some name has its address. */
    private record Way(String attribute, String before) {}

    private static Map<String, List<Way>> ways() {
        Map<String, List<Way>> out = new HashMap<>();
        // Backwards, so that src is asked before what a script would put there.
        Lists.load("players").stream().sorted(Comparator.reverseOrder()).forEach(line -> {
            String[] parts = line.split(" ", -1);
            out.computeIfAbsent(parts[0], key -> new ArrayList<>())
                    .add(new Way(parts[1], parts.length > 2 ? parts[2] : ""));
        });
        return Map.copyOf(out);
    }

    static boolean maybe(Element element) {
        return WAYS.containsKey(element.normalName());
    }

    /** Its address and title; empty where it has no address of the web, or is too small to show anything. */
    static Optional<Block.Image> of(Element element) {
        if (Pictures.small(element.attr("width"))
                || Pictures.small(element.attr("height"))
                || element.attr("type").startsWith("image/")) {
            return Optional.empty();
        }
        return address(element).map(address -> new Block.Image(address, title(element)));
    }

    private static Optional<String> address(Element element) {
        for (Way way : WAYS.getOrDefault(element.normalName(), List.of())) {
            String value = element.attr(way.attribute()).strip();
            String whole = value.isEmpty() ? "" : Addresses.absolute(element.baseUri(), way.before() + value);
            if (Addresses.web(whole) && whole.length() < LONGEST) {
                return Optional.of(whole);
            }
        }
        Element source = element.nameIs("video") || element.nameIs("audio") || element.nameIs("amp-video")
                ? element.selectFirst("source[src]")
                : null;
        return Optional.ofNullable(source)
                .map(inner -> Addresses.absolute(inner.baseUri(), inner.attr("src")))
                .filter(whole -> Addresses.web(whole) && whole.length() < LONGEST);
    }

    private static String title(Element element) {
        for (String name : NAMES) {
            String title = Text.tidy(element.attr(name));
            if (!title.isEmpty() && title.length() < LONGEST) {
                return title;
            }
        }
        return "";
    }
}
