package org.pressmark.replay;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.ReplayPlace;

/** One document's changes, noted while its addresses are met. */
final class PageRun implements AddressScan.Visitor {
    /** Attributes that would make a browser refuse what was rewritten, or ask for it in a way the archive can't answer. */
    private static final Set<String> IN_THE_WAY = Set.of("integrity", "crossorigin", "nonce");

    /** What a page may tell the browser in its head that only its own server may. */
    private static final Set<String> SERVER_WORDS = Set.of(
            "content-security-policy",
            "content-security-policy-report-only",
            "origin-trial",
            "accept-ch",
            "delegate-ch",
            "set-cookie",
            "x-dns-prefetch-control");

    private final PageRewriter page;
    private final Modifier wanted;
    private final Splices splices = new Splices();
    private final Sprites sprites;
    private int addresses;
    private @Nullable WaitingImage image;

    PageRun(PageRewriter page, Modifier wanted, Sprites sprites) {
        this.page = page;
        this.wanted = wanted;
        this.sprites = sprites;
    }

    int addresses() {
        return addresses;
    }

    /** The changes, those included that are one for the whole document. */
    Splices finish(Medium medium, String text) {
        finishImage();
        sprites.putIn(text, splices, this::settled, this::lead);
        if (medium == Medium.HTML && shown()) {
            String head = (page.scripts() ? "<script src=\"" + ReplayPlace.SHIM + "\"></script>" : "")
                    + (wanted == Modifier.READING ? "<base target=\"_top\">" : "");
            if (!head.isEmpty()) {
                splices.insert(new FileHead(text).place(), head);
            }
        }
        return splices;
    }

    /** Whether a browser shows it as a page, not as a picture in one. */
    private boolean shown() {
        return wanted == Modifier.PAGE || wanted == Modifier.READING || wanted == Modifier.FRAME;
    }

    @Override
    public void address(Address address) {
        Optional<WebAddress> target = address.target();
        boolean live = target.isPresent() && (address.fetchable() || socket(target.get()));
        // With scripts the page has the archive's origin, and a browser shows what lies there.
        boolean kept = live && shown() && !page.scripts() && sprites.keeps(address);
        if (live && !kept) {
            lead(address);
        }
        if (image != null) {
            image.add(address);
        }
    }

    private void lead(Address address) {
        String replay = replay(address.target().orElseThrow().href(), address.kind());
        splices.replace(address.start(), address.end(), address.written(replay));
        addresses++;
    }

    /** SVG out of another file, its addresses led into the archive. */
    private Optional<String> settled(String svg, WebAddress file) {
        Sprites none = new Sprites(file.href(), false, any -> Optional.empty());
        PageRun run = new PageRun(page, Modifier.IMAGE, none);
        AddressScan.html(svg, file.href(), StandardCharsets.UTF_8, run);
        return Optional.of(run.splices.applyTo(svg));
    }

    private String replay(String url, AddressKind kind) {
        boolean framed = wanted == Modifier.READING && kind == AddressKind.PAGE_LINK;
        return framed ? page.framed(url) : page.address(url, Modifier.of(kind));
    }

    /** A fetched address is never of these, but a hint may open a connection. */
    private static boolean socket(WebAddress target) {
        return target.scheme().equals("ws") || target.scheme().equals("wss");
    }

    @Override
    public void tag(TagReader tag) {
        finishImage();
        sprites.tag(tag);
        if (tag.event() != TagReader.Event.START_TAG) {
            return;
        }
        for (int i = 0; i < tag.attributes(); i++) {
            int length = tag.attributeNameEnd(i) - tag.attributeStart(i);
            if (length >= 5 && length <= 11 && IN_THE_WAY.contains(tag.attributeName(i))) {
                TagPlaces.delete(tag, i, splices);
            }
        }
        if (tag.is("meta")) {
            rename(tag, "http-equiv", SERVER_WORDS);
        } else if (tag.is("script")) {
            rename(tag, "type", Set.of("speculationrules"));
        } else if (tag.is("img") && wanted == Modifier.READING) {
            image = new WaitingImage(tag);
        }
    }

    private void finishImage() {
        if (image != null) {
            image.show(splices, url -> page.address(url, Modifier.IMAGE));
            image = null;
        }
    }

    /** Gives an attribute's value another name where the browser would act on this one. */
    private void rename(TagReader tag, String attribute, Set<String> words) {
        int at = tag.attribute(attribute);
        if (at >= 0 && words.contains(tag.value(at).strip().toLowerCase(Locale.ROOT))) {
            splices.insert(tag.place(tag.valueStart(at)), tag.written(ReplayHeaders.RENAMED));
        }
    }
}
