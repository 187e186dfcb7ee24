package org.pressmark.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.TagReader;

/**
 * An {@code img} and all the addresses it could show. A file holds one of them: what {@code src} names, where the archive has
 * it; else what a script would have put there; else the first archived entry of its {@code srcset}.
 */
final class ImageTag {
    private final TagReader reader;
    private final int nameEnd;
    private @Nullable Address source;
    private final List<Address> others = new ArrayList<>();

    ImageTag(TagReader tag, List<Address> choices) {
        others.addAll(choices);
        this.reader = tag;
        this.nameEnd = tag.place(tag.start() + 1 + tag.name().length());
    }

    boolean takes(Address address) {
        return address.element().equals("img")
                && (address.kind() == AddressKind.LAZY_IMAGE
                        || address.attribute().equals("src")
                        || address.attribute().equals("srcset"));
    }

    void add(Address address) {
        if (address.attribute().equals("src")) {
            source = address;
        } else if (address.kind() == AddressKind.LAZY_IMAGE) {
            others.add(0, address);
        } else {
            others.add(address);
        }
    }

    void finish(Splices splices, Parts parts) {
        Address own = source;
        boolean placeholder = own == null || (!own.fetchable() && own.target().isEmpty());
        Optional<String> shown = own == null || placeholder ? Optional.empty() : inline(own, parts);
        for (Address other : others) {
            if (shown.isPresent()) {
                break;
            }
            shown = inline(other, parts);
        }
        if (own == null) {
            shown.ifPresent(uri -> splices.insert(nameEnd, reader.written(" src=\"" + uri + "\"")));
        } else if (shown.isPresent() || own.fetchable()) {
            splices.replace(own.start(), own.end(), own.written(shown.orElse(Parts.NOTHING)));
        }
    }

    private static Optional<String> inline(Address address, Parts parts) {
        return address.fetchable()
                ? parts.inline(address.target().orElseThrow(), AddressKind.IMAGE, 0)
                : Optional.empty();
    }
}
