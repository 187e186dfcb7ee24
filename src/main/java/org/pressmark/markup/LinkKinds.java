package org.pressmark.markup;

/** What a {@code <link>} is for, by its {@code rel}, {@code as} and {@code type}. */
final class LinkKinds {
    private LinkKinds() {}

    static AddressKind of(TagReader link) {
        String value = link.value("rel");
        String rel = value == null ? "" : Chars.lower(value, 0, value.length());
        if (has(rel, "stylesheet")) {
            return AddressKind.STYLE;
        }
        if (has(rel, "icon") || rel.contains("apple-touch-") || has(rel, "mask-icon") || has(rel, "fluid-icon")) {
            return AddressKind.ICON;
        }
        if (has(rel, "preload")) {
            return preload(link);
        }
        if (has(rel, "modulepreload")) {
            return AddressKind.SCRIPT;
        }
        if (has(rel, "manifest")) {
            return AddressKind.MANIFEST;
        }
        if (has(rel, "preconnect") || has(rel, "dns-prefetch") || has(rel, "prefetch") || has(rel, "prerender")) {
            return AddressKind.HINT;
        }
        String type = link.value("type");
        if (has(rel, "alternate") && type != null && feed(Chars.lower(type, 0, type.length()))) {
            return AddressKind.FEED;
        }
        return rel.isEmpty() ? AddressKind.OTHER : AddressKind.RELATED;
    }

    private static boolean feed(String type) {
        return type.contains("rss+xml") || type.contains("atom+xml") || type.contains("feed+json");
    }

    private static AddressKind preload(TagReader link) {
        String value = link.value("as");
        return switch (value == null
                ? ""
                : Chars.lower(value, 0, value.length()).strip()) {
            case "image" -> AddressKind.IMAGE;
            case "style" -> AddressKind.STYLE;
            case "script" -> AddressKind.SCRIPT;
            case "font" -> AddressKind.FONT;
            case "video", "audio", "track" -> AddressKind.MEDIA;
            case "document" -> AddressKind.FRAME;
            default -> AddressKind.PRELOAD;
        };
    }

    /** True where a list of words holds this one. */
    private static boolean has(String words, String word) {
        for (int at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || Chars.space(words.charAt(at - 1)))
                    && (end == words.length() || Chars.space(words.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
