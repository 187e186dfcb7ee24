package org.pressmark.replay;

import java.util.Optional;
import org.pressmark.markup.AddressKind;

/** The two letters after the timestamp of a replay address, which say what the address is wanted for (as pywb and Wayback have them). */
public enum Modifier {
    PAGE("mp_"),
    /** A page within our frame, made for reading: its links lead to framed pages, pictures that wait for a script are shown. */
    READING("fr_"),
    FRAME("if_"),
    IMAGE("im_"),
    STYLE("cs_"),
    SCRIPT("js_"),
    /** Fonts, films, objects and the rest. */
    OBJECT("oe_"),
    /** The bytes as stored, nothing rewritten. */
    IDENTITY("id_");

    private final String letters;

    Modifier(String letters) {
        this.letters = letters;
    }

    /** As it stands in an address, e.g. {@code mp_}. */
    public String letters() {
        return letters;
    }

    /** Reads a modifier; empty text means a page. */
    public static Optional<Modifier> parse(String letters) {
        if (letters.isEmpty()) {
            return Optional.of(PAGE);
        }
        for (Modifier modifier : values()) {
            if (modifier.letters.equals(letters)) {
                return Optional.of(modifier);
            }
        }
        return Optional.empty();
    }

    /** What an address on a page is wanted for. */
    public static Modifier of(AddressKind kind) {
        return switch (kind) {
            case FRAME -> FRAME;
            case IMAGE, ICON, LAZY_IMAGE -> IMAGE;
            case STYLE -> STYLE;
            case SCRIPT, LATER_SCRIPT -> SCRIPT;
            case FONT, MEDIA, OBJECT, MANIFEST, PRELOAD, HINT, PING, OTHER -> OBJECT;
            case PAGE_LINK, FORM, REFRESH, BASE, FEED, RELATED, CITATION -> PAGE;
        };
    }
}
