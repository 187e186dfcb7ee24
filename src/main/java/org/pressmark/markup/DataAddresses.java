package org.pressmark.markup;

import java.util.Set;

/**
 * Addresses in documents that programs read: feeds and sitemaps, playlists, manifests, modules. In these an address is a
 * whole value that cannot be taken for anything else; relative ones lead to the right place by themselves.
 */
final class DataAddresses {
    /** What only looks like an address: names and namespaces. */
    private static final Set<String> NAMES =
            Set.of("guid", "id", "identifier", "schemalocation", "nonamespaceschemalocation");

    private static final String SOURCE_MAP = "sourceMappingURL=";

    private final AddressFinder finder;
    private final Layer root;
    private final String text;

    DataAddresses(String text, AddressFinder finder) {
        this.text = text;
        this.finder = finder;
        this.root = Layer.root(text);
    }

    /** XML: an element's whole text or an attribute's whole value. */
    void xml() {
        TagReader tag = TagReader.xml(text);
        int open = -1;
        String name = "";
        for (TagReader.Event event = tag.next(); event != TagReader.Event.END; event = tag.next()) {
            if (event == TagReader.Event.END_TAG && open >= 0 && !NAMES.contains(name)) {
                element(name, open, tag.start());
            }
            open = -1;
            if (event == TagReader.Event.START_TAG) {
                name = local(tag.name());
                open = tag.end();
                attributes(tag);
            } else if (event == TagReader.Event.INSTRUCTION) {
                finder.instruction(tag);
            }
        }
    }

    private static String local(String name) {
        String plain = name.substring(name.indexOf(':') + 1);
        return Chars.lower(plain, 0, plain.length());
    }

    private void element(String name, int from, int to) {
        boolean literal = text.startsWith("<![CDATA[", from) && text.startsWith("]]>", to - 3);
        int start = literal ? from + 9 : from;
        int end = literal ? to - 3 : to;
        if (whole(start, end)) {
            finder.found(name, "", AddressKind.OTHER, literal ? root.part(start, end) : root.elementText(start, end));
        }
    }

    private void attributes(TagReader tag) {
        for (int i = 0; i < tag.attributes(); i++) {
            String name = tag.attributeName(i);
            if (!name.startsWith("xmlns")
                    && !NAMES.contains(local(name))
                    && whole(tag.valueStart(i), tag.valueEnd(i))) {
                finder.found(tag.name(), name, AddressKind.OTHER, tag.attributeLayer(i));
            }
        }
    }

    /** True where nothing but one absolute web address stands. */
    private boolean whole(int from, int to) {
        int start = Chars.skipSpace(text, from, to);
        int end = to;
        while (end > start && Chars.space(text.charAt(end - 1))) {
            end--;
        }
        if (!Chars.at(text, start, end, "http://") && !Chars.at(text, start, end, "https://")) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (Chars.space(text.charAt(i)) || text.charAt(i) == '<') {
                return false;
            }
        }
        return true;
    }

    /** HLS (RFC 8216 §4): a line that is no tag, and {@code URI="…"} in those that are. */
    void playlist() {
        for (int at = 0; at < text.length(); ) {
            int end = Chars.find(text, '\n', at, text.length());
            if (text.charAt(at) != '#') {
                if (led(at)) {
                    finder.found("playlist", "", AddressKind.MEDIA, root.part(at, end));
                }
            } else {
                int uri = text.indexOf("URI=\"", at);
                if (uri >= 0 && uri < end && led(uri + 5)) {
                    int close = Chars.find(text, '"', uri + 5, end);
                    finder.found("playlist", "uri", AddressKind.MEDIA, root.part(uri + 5, close));
                }
            }
            at = end + 1;
        }
    }

    /** JSON manifests: every string that leads somewhere. */
    void manifest() {
        JsonStrings.each(root, 0, text.length(), value -> {
            if (led(value.text())) {
                finder.found("manifest", "", AddressKind.OTHER, value);
            }
        });
    }

    /** Modules: what {@code import} and {@code export … from} name, bare names apart. */
    void module() {
        finder.modules(root, 0, text.length());
    }

    /** The source map that a script or style sheet names in its last lines: developer tools fetch it. */
    void sourceMap() {
        int at = text.lastIndexOf(SOURCE_MAP);
        if (at > 0 && (text.startsWith("# ", at - 2) || text.startsWith("@ ", at - 2))) {
            int from = at + SOURCE_MAP.length();
            int to = from;
            while (to < text.length() && !Chars.space(text.charAt(to)) && text.charAt(to) != '*') {
                to++;
            }
            if (led(from)) {
                finder.found("sourcemap", "", AddressKind.OTHER, root.part(from, to));
            }
        }
    }

    private boolean led(int from) {
        return led(text.substring(from, Math.min(text.length(), from + 8)));
    }

    /** Absolute, or from the root of a host: relative ones stay right when the document moves. */
    private static boolean led(String value) {
        return value.startsWith("/")
                || Chars.at(value, 0, value.length(), "http:/")
                || Chars.at(value, 0, value.length(), "https:/");
    }
}
