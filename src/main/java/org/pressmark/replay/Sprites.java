package org.pressmark.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.pressmark.markup.Address;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;

/**
 * The icons that a page takes out of other files ({@code <use href="/sprite.svg#search">}). Browsers show them only where the
 * file has the page's own origin, which a page without scripts and a single file never have: so what is used is put into the
 * page once, hidden at its end, and each {@code use} leads there. What is not stored stays as it is.
 */
final class Sprites {
    private static final int MOST_FILES = 20;
    private static final int MOST_USES = 1000;

    /** So often another beginning of ids is tried. */
    private static final int MOST_PREFIXES = 8;

    /** Characters that they may take together. */
    private static final int MOST_TEXT = 2 << 20;

    private final String url;
    private final boolean xml;
    private final Function<WebAddress, Optional<ArchivedBytes>> archive;
    private final Map<String, List<Address>> uses = new LinkedHashMap<>();
    private int seen;
    private boolean nested;
    private int bodyEnd = -1;
    private int lastEnd = -1;

    /**
     * None yet.
     *
     * @param url the page's own address
     * @param xml whether it is read by XML's rules
     */
    Sprites(String url, boolean xml, Function<WebAddress, Optional<ArchivedBytes>> archive) {
        this.url = WebAddress.parse(url).map(WebAddress::withoutFragment).orElse(url);
        this.xml = xml;
        this.archive = archive;
    }

    /** Takes note of where the page ends. */
    void tag(TagReader tag) {
        nested = tag.nested();
        if (nested || tag.event() != TagReader.Event.END_TAG) {
            return;
        }
        if (tag.is("body")) {
            bodyEnd = tag.start();
        }
        lastEnd = xml || tag.is("html") ? tag.start() : tag.end();
    }

    /** True where an address names a part of another file to be shown, which is kept until the page is read. */
    boolean keeps(Address address) {
        if (nested || !address.element().equals("use") || !address.fetchable() || seen == MOST_USES) {
            return false;
        }
        WebAddress target = address.target().orElseThrow();
        String file = target.withoutFragment();
        if (target.fragment().length() < 2 || (uses.size() == MOST_FILES && !uses.containsKey(file))) {
            return false;
        }
        seen++;
        uses.computeIfAbsent(file, any -> new ArrayList<>()).add(address);
        return true;
    }

    /**
     * Puts in what was kept.
     *
     * @param page the page's text
     * @param settle makes the addresses in a file's SVG the page's own, as in any SVG; nothing where it has no room
     * @param others is given each address that leads to nothing stored
     */
    void putIn(
            String page,
            Splices splices,
            BiFunction<String, WebAddress, Optional<String>> settle,
            Consumer<Address> others) {
        if (uses.isEmpty()) {
            return;
        }
        Optional<String> unused = unused(page);
        if (unused.isEmpty()) {
            uses.values().forEach(file -> file.forEach(others));
            return;
        }
        String prefix = unused.get();
        StringBuilder svg = new StringBuilder();
        for (Map.Entry<String, List<Address>> file : uses.entrySet()) {
            Map<Address, String> led = led(file, prefix + svg.length() + "-", MOST_TEXT - svg.length(), settle, svg);
            for (Address use : file.getValue()) {
                String id = led.get(use);
                if (id == null) {
                    others.accept(use);
                } else {
                    splices.replace(use.start(), use.end(), use.written("#" + id));
                }
            }
        }
        splices.insert(bodyEnd >= 0 ? bodyEnd : lastEnd >= 0 ? lastEnd : page.length(), svg.toString());
    }

    /** What ids begin with that are nobody else's; nothing for a page that has them all. */
    private static Optional<String> unused(String page) {
        return IntStream.range(0, MOST_PREFIXES)
                .mapToObj(i -> "pressmark-sprite-" + (i == 0 ? "" : i - 1 + "-"))
                .filter(prefix -> !page.contains(prefix))
                .findFirst();
    }

    private Map<Address, String> led(
            Map.Entry<String, List<Address>> file,
            String prefix,
            int room,
            BiFunction<String, WebAddress, Optional<String>> settle,
            StringBuilder svg) {
        Map<Address, String> led = new LinkedHashMap<>();
        WebAddress address = file.getValue().get(0).target().orElseThrow();
        if (file.getKey().equals(url)) {
            // The page names itself in full, and has moved.
            file.getValue()
                    .forEach(use ->
                            led.put(use, use.target().orElseThrow().fragment().substring(1)));
            return led;
        }
        Optional<Sprite> sprite = archive.apply(address).flatMap(bytes -> Sprite.read(bytes, address, prefix));
        if (sprite.isEmpty()) {
            return led;
        }
        for (Address use : file.getValue()) {
            sprite.get().take(use.target().orElseThrow().fragment()).ifPresent(id -> led.put(use, id));
        }
        Optional<String> text = led.isEmpty()
                ? Optional.empty()
                : SpriteText.of(sprite.get(), room)
                        .flatMap(made -> settle.apply(made, address))
                        .filter(made -> made.length() <= room);
        text.ifPresent(svg::append);
        return text.isPresent() ? led : Map.of();
    }
}
