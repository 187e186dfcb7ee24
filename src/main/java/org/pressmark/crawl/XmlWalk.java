package org.pressmark.crawl;

import org.pressmark.markup.CharacterData;
import org.pressmark.markup.TagReader;

/**
 * Walks an XML document as it comes, well-formed or not: feeds with bare ampersands, foreign entities, words before the
 * declaration. A document's own entities are not known here, so none can be expanded and no file or address be asked.
 */
final class XmlWalk {
    private XmlWalk() {}

    /** Hears of elements; names without prefix and in lower case. */
    interface Visitor {
        /** An element begins; its attributes are in the tag. */
        void start(String name, TagReader tag);

        /**
         * An element ends.
         *
         * @param text what stands between it and the tag before it: of an element without others in it, all of its text
         */
        void end(String name, String text);
    }

    static void walk(String text, Visitor visitor) {
        TagReader tag = TagReader.xml(text);
        int from = 0;
        for (TagReader.Event event = tag.next(); event != TagReader.Event.END; event = tag.next()) {
            if (event == TagReader.Event.START_TAG) {
                String name = local(tag.name());
                visitor.start(name, tag);
                if (tag.selfClosing()) {
                    visitor.end(name, "");
                }
                from = tag.end();
            } else if (event == TagReader.Event.END_TAG) {
                visitor.end(
                        local(tag.name()),
                        CharacterData.of(text, from, tag.start()).strip());
                from = tag.end();
            }
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
