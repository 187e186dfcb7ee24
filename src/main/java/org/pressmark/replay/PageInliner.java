package org.pressmark.replay;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;

/** Walks one page for {@link SingleFileHtml} and notes what must change. */
final class PageInliner implements AddressScan.Visitor {
    /** Frames within frames. */
    private static final int DEEPEST_FRAME = 3;

    private static final Set<String> DROPPED_ATTRIBUTES = Set.of(
            "integrity",
            "crossorigin",
            "nonce",
            "ping",
            "attributionsrc",
            "manifest",
            "action",
            "formaction",
            "codebase");
    private static final Set<AddressKind> DROPPED_LINKS = Set.of(
            AddressKind.HINT,
            AddressKind.PRELOAD,
            AddressKind.SCRIPT,
            AddressKind.MANIFEST,
            AddressKind.FRAME,
            AddressKind.FONT,
            AddressKind.MEDIA,
            AddressKind.IMAGE);

    private final SourceText source;
    private final String url;
    private final Splices splices;
    private final Parts parts;
    private final int depth;
    private final Sprites sprites;
    private int scriptFrom = -1;
    private @Nullable ImageTag image;
    /** What the sources of an open {@code picture} offer; its {@code img} takes one of them where it has nothing better. */
    private final List<Address> choices = new ArrayList<>();

    private @Nullable TagPlaces current;

    PageInliner(SourceText source, String url, Splices splices, Parts parts, int depth) {
        this.source = source;
        this.url = url;
        this.splices = splices;
        this.parts = parts;
        this.depth = depth;
        this.sprites = new Sprites(url, false, target -> parts.fetch(target, AddressKind.IMAGE));
    }

    void run() {
        AddressScan.html(source.text(), url, source.charset(), this);
        finishImage();
        sprites.putIn(
                source.text(),
                splices,
                this::settled,
                use -> part(use, use.target().orElseThrow()));
        if (scriptFrom >= 0) {
            splices.delete(scriptFrom, source.text().length());
        }
    }

    /** SVG out of another file, its own pictures inlined. */
    private Optional<String> settled(String svg, WebAddress file) {
        SourceText text =
                SourceText.decode(svg.getBytes(StandardCharsets.UTF_8), Optional.of("text/html;charset=utf-8"));
        Splices changes = new Splices();
        new PageInliner(text, file.href(), changes, parts, depth).run();
        return Optional.of(changes.applyTo(svg)).filter(made -> parts.take(file, AddressKind.IMAGE, made.length()));
    }

    private void finishImage() {
        if (image != null) {
            image.finish(splices, parts);
            image = null;
        }
    }

    @Override
    public void tag(TagReader tag) {
        finishImage();
        sprites.tag(tag);
        current = null;
        switch (tag.event()) {
            case START_TAG -> start(tag);
            case END_TAG -> {
                if (tag.is("picture")) {
                    choices.clear();
                }
                if (scriptFrom >= 0 && tag.is("script")) {
                    splices.delete(scriptFrom, tag.place(tag.end()));
                    scriptFrom = -1;
                }
            }
            default -> {}
        }
    }

    private void start(TagReader tag) {
        if (tag.is("script") && !data(tag)) {
            if (tag.foreign() && tag.selfClosing()) {
                splices.delete(tag.place(tag.start()), tag.place(tag.end()));
            } else if (scriptFrom < 0) {
                scriptFrom = tag.place(tag.start());
            }
            return;
        }
        current = new TagPlaces(tag);
        if (tag.is("base")) {
            splices.delete(tag.place(tag.start()), tag.place(tag.end()));
        }
        for (int i = 0; i < tag.attributes(); i++) {
            String name = tag.attributeName(i);
            boolean handler = name.length() > 2 && name.startsWith("on");
            if (handler
                    || DROPPED_ATTRIBUTES.contains(name)
                    || (name.equals("srcset") && (tag.is("img") || tag.is("source")))) {
                TagPlaces.delete(tag, i, splices);
            }
        }
        if (tag.is("meta")) {
            meta(tag);
        }
        if (tag.is("img")) {
            image = new ImageTag(tag, choices);
            choices.clear();
        }
    }

    /** JSON-LD is no script but says what the page is. */
    private static boolean data(TagReader script) {
        String type = script.value("type");
        return type != null && type.strip().equalsIgnoreCase("application/ld+json");
    }

    private void meta(TagReader tag) {
        String words = tag.value("http-equiv");
        if (words != null
                && !Set.of("content-type", "content-language", "x-ua-compatible")
                        .contains(words.strip().toLowerCase(Locale.ROOT))) {
            int at = tag.attribute("http-equiv");
            splices.insert(tag.place(tag.valueStart(at)), tag.written(ReplayHeaders.RENAMED));
        }
    }

    @Override
    public void address(Address address) {
        if (scriptFrom >= 0 || DROPPED_ATTRIBUTES.contains(address.attribute())) {
            return;
        }
        Optional<WebAddress> target = address.target();
        if (target.isPresent() && target.get().scheme().endsWith("script")) {
            splices.replace(address.start(), address.end(), address.written("#"));
            return;
        }
        if (address.element().equals("link")) {
            link(address);
        } else if (address.element().equals("source") && address.kind() != AddressKind.MEDIA) {
            choices.add(address);
        } else if (image != null && image.takes(address)) {
            image.add(address);
        } else if (address.kind() == AddressKind.FRAME) {
            frame(address);
        } else if (address.fetchable() && !sprites.keeps(address)) {
            part(address, target.orElseThrow());
        }
    }

    private void part(Address address, WebAddress target) {
        switch (address.kind()) {
            case PAGE_LINK, RELATED, CITATION, FEED ->
                splices.replace(address.start(), address.end(), address.written(target.href()));
            case IMAGE, FONT, STYLE, MEDIA, ICON -> replace(address, parts.inline(target, address.kind(), 0));
            case OBJECT, OTHER -> {
                parts.miss(target.withoutFragment(), address.kind(), "left out");
                replace(address, Optional.empty());
            }
            default -> {}
        }
    }

    private void replace(Address address, Optional<String> uri) {
        splices.replace(address.start(), address.end(), address.written(uri.orElse(Parts.NOTHING)));
    }

    private void link(Address address) {
        TagPlaces tag = current;
        if (tag == null) {
            return;
        }
        if (DROPPED_LINKS.contains(address.kind()) || tag.says("rel", "alternate stylesheet")) {
            splices.delete(tag.start(), tag.end());
        } else if (address.kind() == AddressKind.STYLE && address.fetchable()) {
            sheet(address, tag);
        } else if (address.fetchable()) {
            part(address, address.target().orElseThrow());
        }
    }

    /** A linked style sheet becomes a style element: smaller than a {@code data:} address, and a person can read it. */
    private void sheet(Address address, TagPlaces tag) {
        WebAddress target = address.target().orElseThrow();
        Optional<String> text = parts.sheet(target, 0);
        if (text.isEmpty() || !parts.take(target, AddressKind.STYLE, text.get().length())) {
            splices.delete(tag.start(), tag.end());
            return;
        }
        String media = tag.value("media");
        String opening = media.isEmpty()
                ? "<style>"
                : "<style media=\"" + media.replace("&", "&amp;").replace("\"", "&quot;") + "\">";
        String style = opening + encodable(text.get().replace("</", "<\\/").replace("<!--", "<\\!--")) + "</style>";
        splices.replace(tag.start(), tag.end(), tag.written(style));
    }

    /** Characters that the page's encoding lacks, as CSS escapes. */
    private String encodable(String css) {
        CharsetEncoder encoder = source.charset().newEncoder();
        if (encoder.canEncode(css)) {
            return css;
        }
        StringBuilder out = new StringBuilder(css.length() + 64);
        css.codePoints().forEach(c -> {
            String one = Character.toString(c);
            out.append(encoder.canEncode(one) ? one : "\\" + Integer.toHexString(c) + " ");
        });
        return out.toString();
    }

    private void frame(Address address) {
        Optional<String> page = Optional.empty();
        if (address.fetchable()) {
            WebAddress target = address.target().orElseThrow();
            page = framed(target).filter(text -> parts.take(target, AddressKind.FRAME, text.length()));
        }
        TagPlaces tag = current;
        if (page.isPresent() && tag != null && tag.name().equals("iframe") && tag.holds(address)) {
            String document = page.get().replace("&", "&amp;").replace("\"", "&quot;");
            splices.insert(tag.nameEnd(), tag.written(" sandbox srcdoc=\"" + document + "\""));
        }
        boolean old = page.isPresent() && address.element().equals("frame");
        String uri = old
                ? Parts.dataUri("text/html;charset=utf-8", page.get().getBytes(StandardCharsets.UTF_8))
                : "about:blank";
        splices.replace(address.start(), address.end(), address.written(uri));
    }

    private Optional<String> framed(WebAddress target) {
        Optional<ArchivedBytes> part =
                depth < DEEPEST_FRAME ? parts.fetch(target, AddressKind.FRAME) : Optional.empty();
        if (part.isEmpty()) {
            return Optional.empty();
        }
        if (Medium.of(part.get().contentType(), part.get().bytes()) != Medium.HTML) {
            parts.miss(target.withoutFragment(), AddressKind.FRAME, "not a page");
            return Optional.empty();
        }
        SourceText inner = SourceText.decode(part.get().bytes(), part.get().contentType());
        Splices changes = new Splices();
        new PageInliner(inner, target.href(), changes, parts, depth + 1).run();
        return Optional.of(encodableHtml(changes.applyTo(inner.text())));
    }

    private String encodableHtml(String html) {
        CharsetEncoder encoder = source.charset().newEncoder();
        if (encoder.canEncode(html)) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length() + 64);
        html.codePoints().forEach(c -> {
            String one = Character.toString(c);
            out.append(encoder.canEncode(one) ? one : "&#" + c + ";");
        });
        return out.toString();
    }
}
