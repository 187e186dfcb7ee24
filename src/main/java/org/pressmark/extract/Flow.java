package org.pressmark.extract;

import java.util.Set;
import org.jsoup.nodes.Element;

/** How elements stand in the flow of a page's text: in the line, on lines of their own, or without a word. */
final class Flow {
    private static final Set<String> SKIP = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "canvas",
            "object",
            "embed",
            "head",
            "select",
            "option",
            "button",
            "input",
            "textarea",
            "iframe",
            "video",
            "audio",
            "map",
            "datalist",
            "dialog",
            "amp-ad",
            "amp-analytics",
            "amp-sidebar",
            "amp-state",
            "amp-audio",
            "amp-auto-ads",
            "amp-consent",
            "amp-embed",
            "amp-facebook",
            "amp-iframe",
            "amp-lightbox",
            "amp-social-share",
            "amp-sticky-ad",
            "amp-user-notification",
            "amp-soundcloud",
            "amp-video",
            "amp-video-iframe",
            "amp-vimeo",
            "amp-vine",
            "amp-dailymotion",
            "lite-vimeo",
            "lite-youtube",
            "amp-youtube",
            "frameset",
            "noframes",
            "title");
    /** Skipped without a word's gap: these stand inside paragraphs. */
    private static final Set<String> SILENT =
            Set.of("script", "style", "noscript", "template", "svg", "math", "button", "input", "select", "map");

    static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "q",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "rb",
            "rt",
            "rp",
            "rtc",
            "u",
            "var",
            "wbr",
            "br",
            "img",
            "picture",
            "source",
            "amp-img",
            "strong-text");

    private Flow() {}

    /** True for an element whose words, if any, no reader sees as text. */
    static boolean mute(Element element) {
        return SKIP.contains(element.normalName());
    }

    /** True where the text before and behind an element that is passed over stands on different lines. */
    static boolean breaks(Element element) {
        return !INLINE.contains(element.normalName()) && !SILENT.contains(element.normalName());
    }
}
