package org.pressmark.markup;

/** What an address on a page is for. */
public enum AddressKind {
    /** A link that a reader may follow: {@code a}, {@code area}. */
    PAGE_LINK(false),
    IMAGE(true),
    STYLE(true),
    SCRIPT(true),
    /** A module that a script asks for when it needs it: {@code import(…)}. */
    LATER_SCRIPT(false),
    FONT(true),
    FRAME(true),
    /** Video, audio and their text tracks. */
    MEDIA(true),
    /** {@code object} and {@code embed}. */
    OBJECT(true),
    MANIFEST(true),
    ICON(true),
    /** A preload whose use is not one of the kinds above. */
    PRELOAD(true),
    /** An image that a script would load: {@code data-src} and its like. */
    LAZY_IMAGE(true),
    /** Where a form is sent. */
    FORM(false),
    /** The target of {@code <meta http-equiv=refresh>}. */
    REFRESH(false),
    /** {@code <base href>}: what other addresses stand on. */
    BASE(false),
    /** Where a browser reports a click or an attribution. */
    PING(false),
    /** Preconnect, dns-prefetch, prefetch, prerender. */
    HINT(false),
    /** An RSS, Atom or JSON feed. */
    FEED(false),
    /** {@code <link>} to another form or place of the page: canonical, alternate, next, amphtml … */
    RELATED(false),
    /** A source named by {@code cite} or {@code longdesc}. */
    CITATION(false),
    OTHER(false);

    private final boolean requisite;

    AddressKind(boolean requisite) {
        this.requisite = requisite;
    }

    /** True where the page looks or works differently without what lies there. */
    public boolean requisite() {
        return requisite;
    }
}
