package org.pressmark.markup;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of {@link AddressScan} over a document. */
final class AddressFinder {
    /** Documents within documents within …; deeper ones are left alone. */
    private static final int DEEPEST_SRCDOC = 8;

    private static final Set<String> MEDIA = Set.of("video", "audio", "source", "track", "bgsound");
    private static final Set<String> FRAMES = Set.of("iframe", "frame", "fencedframe", "portal");

    private final String source;
    private final Charset charset;
    private final AddressScan.Visitor visitor;
    private @Nullable WebAddress base;
    private boolean baseGiven;

    AddressFinder(String source, String url, Charset charset, AddressScan.Visitor visitor) {
        this.source = source;
        this.base = WebAddress.parse(url, null, charset);
        this.charset = charset;
        this.visitor = visitor;
    }

    void markup(TagReader tag, int depth) {
        String script = "";
        for (TagReader.Event event = tag.next(); event != TagReader.Event.END; event = tag.next()) {
            visitor.tag(tag);
            switch (event) {
                case START_TAG -> {
                    attributes(tag, depth);
                    script = tag.is("script") ? Objects.requireNonNullElse(tag.value("type"), "") : "";
                }
                case RAW_TEXT -> rawText(tag, script);
                case INSTRUCTION -> instruction(tag);
                default -> {}
            }
        }
    }

    private void rawText(TagReader tag, String script) {
        if (tag.is("style")) {
            if (tag.literal()) {
                sheet(tag.layer(), tag.start(), tag.end(), "style", "");
            } else {
                Layer layer = tag.layer().elementText(tag.start(), tag.end());
                sheet(layer, 0, layer.text().length(), "style", "");
            }
        } else if (script.equalsIgnoreCase("module") && tag.is("script")) {
            modules(tag.layer(), tag.start(), tag.end());
        } else if (script.equalsIgnoreCase("importmap") && tag.is("script")) {
            JsonStrings.each(tag.layer(), tag.start(), tag.end(), value -> {
                if (addressLike(value.text())) {
                    found("script", "", AddressKind.SCRIPT, value);
                }
            });
        }
    }

    /** The modules that a script names by address; bare names are the import map's. */
    void modules(Layer layer, int start, int end) {
        ModuleScan.each(layer.text(), start, end, (from, to, quote, later) -> {
            Layer name = layer.css(from, to, quote);
            if (addressLike(name.text())) {
                found("script", "", later ? AddressKind.LATER_SCRIPT : AddressKind.SCRIPT, name);
            }
        });
    }

    private static boolean addressLike(String text) {
        return text.startsWith("/")
                || text.startsWith("./")
                || text.startsWith("../")
                || Chars.at(text, 0, text.length(), "http:")
                || Chars.at(text, 0, text.length(), "https:");
    }

    void instruction(TagReader tag) {
        String text = tag.text();
        if (!text.startsWith("<?xml-stylesheet", tag.start())) {
            return;
        }
        int href = Chars.find(text, "href=", tag.start(), tag.end());
        if (href > 0 && href + 6 < tag.end()) {
            char quote = text.charAt(href + 5);
            int close = Chars.find(text, quote, href + 6, tag.end());
            found("xml-stylesheet", "href", AddressKind.STYLE, tag.layer().attribute(href + 6, close, quote));
        }
    }

    private void attributes(TagReader tag, int depth) {
        long seen = 0;
        for (int i = 0; i < tag.attributes(); i++) {
            int number = Names.ADDRESS_ATTRIBUTES.find(tag.text(), tag.attributeStart(i), tag.attributeNameEnd(i));
            if (number >= 0 && (seen & 1L << number) == 0 && tag.valueStart(i) < tag.valueEnd(i)) {
                attribute(tag, i, Names.ADDRESS_ATTRIBUTES.name(number), depth);
            }
            seen |= number < 0 ? 0 : 1L << number;
        }
    }

    private void attribute(TagReader tag, int i, String name, int depth) {
        switch (name) {
            case "style",
                    "fill",
                    "stroke",
                    "filter",
                    "mask",
                    "clip-path",
                    "marker-start",
                    "marker-mid",
                    "marker-end",
                    "cursor" -> style(tag, i, name);
            case "srcset", "imagesrcset" -> set(tag, i, name, AddressKind.IMAGE);
            case "data-srcset", "data-lazy-srcset" -> set(tag, i, name, AddressKind.LAZY_IMAGE);
            case "ping", "attributionsrc" ->
                SourceSets.words(tag.attributeLayer(i), one -> found(tag.name(), name, AddressKind.PING, one));
            case "from", "to", "by", "values" -> {
                if (leads(tag)) {
                    SourceSets.values(tag.attributeLayer(i), one -> found(tag.name(), name, AddressKind.OTHER, one));
                }
            }
            case "srcdoc" -> {
                if (tag.is("iframe") && depth < DEEPEST_SRCDOC) {
                    srcdoc(tag, i, depth);
                }
            }
            case "content" -> {
                if (tag.is("meta") && "refresh".equalsIgnoreCase(tag.value("http-equiv"))) {
                    refresh(tag, i);
                }
            }
            default -> {
                AddressKind kind = kind(tag, name);
                if (kind != null) {
                    simple(tag, i, name, kind);
                }
            }
        }
    }

    /** Whether an animation sets where something leads or what is shown. */
    private static boolean leads(TagReader tag) {
        String animated = tag.is("set") || tag.is("animate") ? tag.value("attributename") : null;
        return animated != null
                && (animated.strip().equals("href") || animated.strip().equals("xlink:href"));
    }

    private void srcdoc(TagReader tag, int i, int depth) {
        WebAddress outerBase = base;
        boolean outerGiven = baseGiven;
        baseGiven = false;
        markup(TagReader.within(tag.attributeLayer(i)), depth + 1);
        base = outerBase;
        baseGiven = outerGiven;
    }

    private static @Nullable AddressKind kind(TagReader tag, String name) {
        String element = tag.element() < 0 ? "" : tag.name();
        return switch (name) {
            case "href" ->
                switch (element) {
                    case "a", "area" -> AddressKind.PAGE_LINK;
                    case "base" -> tag.foreign() ? null : AddressKind.BASE;
                    case "link" -> LinkKinds.of(tag);
                    default -> linked(element);
                };
            case "xlink:href" -> element.equals("a") ? AddressKind.PAGE_LINK : linked(element);
            case "src" -> sourced(element);
            case "poster", "background", "lowsrc" -> AddressKind.IMAGE;
            case "dynsrc" -> AddressKind.MEDIA;
            case "data" -> element.equals("object") ? AddressKind.OBJECT : null;
            case "action" -> element.equals("form") ? AddressKind.FORM : null;
            case "formaction" -> AddressKind.FORM;
            case "cite", "longdesc" -> AddressKind.CITATION;
            case "manifest" -> element.equals("html") ? AddressKind.MANIFEST : null;
            case "codebase", "profile" -> AddressKind.OTHER;
            default -> AddressKind.LAZY_IMAGE;
        };
    }

    private static AddressKind linked(String element) {
        return switch (element) {
            case "image", "use", "feimage" -> AddressKind.IMAGE;
            case "script" -> AddressKind.SCRIPT;
            default -> AddressKind.OTHER;
        };
    }

    private static AddressKind sourced(String element) {
        if (FRAMES.contains(element)) {
            return AddressKind.FRAME;
        }
        if (MEDIA.contains(element)) {
            return AddressKind.MEDIA;
        }
        return switch (element) {
            case "img", "image", "input", "amp-img" -> AddressKind.IMAGE;
            case "script" -> AddressKind.SCRIPT;
            case "embed" -> AddressKind.OBJECT;
            default -> AddressKind.OTHER;
        };
    }

    private void simple(TagReader tag, int i, String name, AddressKind kind) {
        int from = Chars.skipSpace(tag.text(), tag.valueStart(i), tag.valueEnd(i));
        if (Chars.at(tag.text(), from, tag.valueEnd(i), "data:")) {
            inline(tag.name(), name, kind, tag.layer(), from, tag.valueEnd(i));
        } else {
            found(tag.name(), name, kind, tag.attributeLayer(i));
        }
    }

    /** A {@code data:} address may be megabytes long and is never copied. */
    private void inline(String element, String name, AddressKind kind, Layer layer, int from, int to) {
        visitor.address(
                new Address(element, name, kind, layer, source, layer.place(from), layer.place(to), null, false));
    }

    private void set(TagReader tag, int i, String name, AddressKind kind) {
        SourceSets.each(tag.attributeLayer(i), one -> found(tag.name(), name, kind, one));
    }

    private void style(TagReader tag, int i, String name) {
        if (Chars.find(tag.text(), '(', tag.valueStart(i), tag.valueEnd(i)) < tag.valueEnd(i)
                || Chars.find(tag.text(), '&', tag.valueStart(i), tag.valueEnd(i)) < tag.valueEnd(i)) {
            Layer layer = tag.attributeLayer(i);
            sheet(layer, 0, layer.text().length(), tag.name(), name);
        }
    }

    void sheet(Layer layer, int from, int to, String element, String attribute) {
        String text = layer.text();
        CssScan.scan(text, from, to, (start, end, quote, kind) -> {
            int first = Chars.skipSpace(text, start, end);
            if (Chars.at(text, first, end, "data:")) {
                inline(element, attribute, kind, layer, first, end);
            } else {
                found(element, attribute, kind, layer.css(start, end, quote));
            }
        });
    }

    private void refresh(TagReader tag, int i) {
        Layer layer = tag.attributeLayer(i);
        String text = layer.text();
        int to = text.length();
        int at = Chars.skipSpace(text, 0, to);
        int digits = at;
        while (at < to && ((text.charAt(at) >= '0' && text.charAt(at) <= '9') || text.charAt(at) == '.')) {
            at++;
        }
        if (at == digits) {
            return;
        }
        at = Chars.skipSpace(text, at, to);
        if (at < to && (text.charAt(at) == ';' || text.charAt(at) == ',')) {
            at = Chars.skipSpace(text, at + 1, to);
        }
        if (Chars.at(text, at, to, "url")) {
            int equals = Chars.skipSpace(text, at + 3, to);
            if (equals < to && text.charAt(equals) == '=') {
                at = Chars.skipSpace(text, equals + 1, to);
            }
        }
        int end = to;
        if (at < to && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            end = Chars.find(text, text.charAt(at), at + 1, to);
            at++;
        }
        if (at < end) {
            found("meta", "content", AddressKind.REFRESH, layer.part(at, end));
        }
    }

    void found(String element, String attribute, AddressKind kind, Layer layer) {
        String text = layer.text();
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        if (from == to || (kind == AddressKind.BASE && baseGiven)) {
            return;
        }
        WebAddress target = WebAddress.parse(text, base, charset);
        boolean fetchable = target != null && target.fetchable() && text.charAt(from) != '#';
        visitor.address(new Address(
                element, attribute, kind, layer, source, layer.place(from), layer.place(to), target, fetchable));
        if (kind == AddressKind.BASE) {
            baseGiven = true;
            base = fetchable ? target : base;
        }
    }
}
