package org.pressmark.replay;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.pressmark.markup.Address;
import org.pressmark.markup.TagReader;

/** A tag remembered while its addresses are met: where it stands in the document, and what its attributes say. */
final class TagPlaces {
    private final TagReader reader;
    private final String name;
    private final int start;
    private final int end;
    private final int nameEnd;
    private final boolean document;
    private final Map<String, String> values = new HashMap<>();

    TagPlaces(TagReader tag) {
        this.reader = tag;
        this.name = tag.name();
        this.start = tag.place(tag.start());
        this.end = tag.place(tag.end());
        this.nameEnd = tag.place(tag.start() + 1 + name.length());
        this.document = tag.attribute("srcdoc") >= 0;
        if (name.equals("link")) {
            for (int i = 0; i < tag.attributes(); i++) {
                values.putIfAbsent(tag.attributeName(i), tag.value(i));
            }
        }
    }

    String name() {
        return name;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** One past the element's name, where an attribute may be put. */
    int nameEnd() {
        return nameEnd;
    }

    /** True where the address stands in this very tag, and not in a document that another of its attributes holds. */
    boolean holds(Address address) {
        return start < address.start() && address.end() < end && !document;
    }

    /** A link's attribute, empty text where it has none. */
    String value(String attribute) {
        return values.getOrDefault(attribute, "");
    }

    /** True where an attribute holds all these words. */
    boolean says(String attribute, String words) {
        String value = " " + value(attribute).toLowerCase(Locale.ROOT) + " ";
        for (String word : words.split(" ", -1)) {
            if (!value.contains(" " + word + " ")) {
                return false;
            }
        }
        return true;
    }

    /** New text as it must be written in the outermost document. */
    String written(String text) {
        return reader.written(text);
    }

    /** Takes an attribute out, with the space before it. */
    static void delete(TagReader tag, int attribute, Splices splices) {
        int from = tag.attributeStart(attribute);
        while (from > tag.start() && tag.text().charAt(from - 1) <= ' ') {
            from--;
        }
        splices.delete(tag.place(from), tag.place(tag.attributeEnd(attribute)));
    }
}
