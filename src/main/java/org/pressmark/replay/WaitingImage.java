package org.pressmark.replay;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;

/**
 * An {@code img} that waits for a script to say what it shows ({@code data-src} and its like). Without scripts it would stay
 * empty, so it is told at once, unless the page says the same again in a {@code noscript} behind it.
 */
final class WaitingImage {
    private final TagReader reader;
    private final int nameEnd;
    private final boolean again;
    private @Nullable Address source;
    private @Nullable Address waiting;
    private boolean offered;

    WaitingImage(TagReader tag) {
        this.reader = tag;
        this.nameEnd = tag.place(tag.start() + 1 + tag.name().length());
        int behind = tag.end();
        String text = tag.text();
        while (behind < text.length() && text.charAt(behind) <= ' ') {
            behind++;
        }
        this.again = text.regionMatches(true, behind, "<noscript", 0, 9);
    }

    void add(Address address) {
        if (!address.element().equals("img")) {
            return;
        }
        if (address.attribute().equals("src")) {
            source = address;
        } else if (address.attribute().equals("srcset")) {
            offered |= address.fetchable();
        } else if (address.kind() == AddressKind.LAZY_IMAGE && address.fetchable() && waiting == null) {
            waiting = address;
        }
    }

    void show(Splices splices, UnaryOperator<String> replay) {
        Address wanted = waiting;
        Address own = source;
        if (again || offered || wanted == null || (own != null && own.fetchable())) {
            return;
        }
        Optional<WebAddress> target = wanted.target();
        if (target.isEmpty()) {
            return;
        }
        String address = replay.apply(target.get().href());
        if (own == null) {
            splices.insert(
                    nameEnd,
                    reader.written(" src=\"" + address.replace("&", "&amp;").replace("\"", "&quot;") + "\""));
        } else {
            splices.replace(own.start(), own.end(), own.written(address));
        }
    }
}
