package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.json.JsonWalk;

/** The items of a JSON Feed and of ninjs: a list of them, a list under {@code items}, or one alone. */
final class FeedJson {
    private static final Pattern ITEM = Pattern.compile("(?:/(?:_?items|results|data|hits))?/\\d+(?=/)");
    private static final int MOST_ITEMS = 1_000;
    private static final int LONGEST = 2_000;

    private FeedJson() {}

    static List<FeedSaid.Item> read(String text) {
        Map<String, List<FeedSaid>> items = new LinkedHashMap<>();
        JsonWalk.strings(text, (pointer, value, start, end) -> {
            Matcher listed = ITEM.matcher(pointer);
            String item = listed.lookingAt() ? listed.group() : "";
            if (!items.containsKey(item) && items.size() >= MOST_ITEMS || value.isBlank() || end - start > LONGEST) {
                return;
            }
            List<FeedSaid> said = items.computeIfAbsent(item, key -> new ArrayList<>());
            if (said.size() < FeedSaid.Item.MOST) {
                said.add(new FeedSaid(name(pointer.substring(item.length())), value.strip(), start, end, pointer));
            }
        });
        boolean feed = items.getOrDefault("", List.of()).stream()
                .anyMatch(said -> said.name().equals("version") && said.value().contains("jsonfeed.org"));
        if (items.size() > 1) {
            items.remove(""); // what is said of the feed itself
        }
        return items.values().stream()
                .filter(said -> feed || ninjs(said))
                .map(FeedSaid.Item::new)
                .toList();
    }

    /** The standard wants {@code uri}; the other is what no item is without in practice. */
    private static boolean ninjs(List<FeedSaid> item) {
        return item.stream().anyMatch(said -> said.name().equals("uri"))
                && item.stream().anyMatch(said -> said.name().equals("versioncreated"));
    }

    private static String name(String pointer) {
        return pointer.replaceAll("/\\d+(?=/|$)", "").replaceFirst("^/", "").toLowerCase(Locale.ROOT);
    }
}
