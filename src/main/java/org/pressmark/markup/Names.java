package org.pressmark.markup;

/** The elements and attributes that the scan knows by number. */
final class Names {
    /** Elements; everything else is {@code -1}. */
    static final NameTable ELEMENTS = new NameTable(
            "a", "area", "audio", "base", "bgsound", "blockquote", "body", "button", "del", "embed", "fencedframe", "form",
            "frame", "html", "iframe", "img", "image", "input", "ins", "link", "meta", "object", "applet", "picture",
            "portal", "q", "script", "source", "style", "table", "td", "th", "track", "use", "feimage", "video", "amp-img",
            "svg", "math", "foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext", "textarea",
            "xmp", "noembed", "noframes", "noscript", "plaintext", "template", "div", "p", "span", "li", "ul", "ol", "h1",
            "h2", "h3", "h4", "h5", "h6", "head", "br", "hr", "em", "strong", "b", "i", "tr", "pre", "code", "center",
            "dd", "dl", "dt", "big", "small", "s", "strike", "sub", "sup", "tt", "u", "var", "ruby", "nobr", "menu",
            "listing", "section", "article", "header", "footer", "nav", "aside", "main", "figure", "figcaption", "time",
            "label", "tbody", "thead", "g", "path", "circle", "rect", "defs", "symbol", "text", "font", "option", "select");

    /** Attributes that may hold an address; at most 64. */
    static final NameTable ADDRESS_ATTRIBUTES = new NameTable(
            "href", "src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "background", "cite",
            "longdesc", "manifest", "ping", "xlink:href", "content", "style", "srcdoc", "lowsrc", "dynsrc", "codebase",
            "attributionsrc", "fill", "stroke", "filter", "mask", "clip-path", "marker-start", "marker-mid", "marker-end",
            "cursor", "data-src", "data-srcset", "data-original", "data-lazy-src", "data-lazy-srcset", "data-bg", "profile");

    private Names() {}
}
