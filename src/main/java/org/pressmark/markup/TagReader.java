package org.pressmark.markup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks mark-up tag by tag, without a tree and without copying text, as the HTML standard's tokeniser cuts it: quoted,
 * unquoted and broken attributes, comments and their abrupt ends, raw text of scripts and styles, CDATA in SVG and MathML.
 * Time grows with the text alone, memory not at all. Scripting counts as off, so {@code noscript} is mark-up.
 */
public final class TagReader {

    /** What was met. Text between tags is passed over. */
    public enum Event {
        START_TAG,
        END_TAG,
        /** The content of a script, style, textarea, title …; {@link #name()} is the element's. */
        RAW_TEXT,
        COMMENT,
        /** {@code <?xml …?>}, only in XML. */
        INSTRUCTION,
        END
    }

    /** Attributes kept for one tag; more are read and forgotten. */
    private static final int MOST_ATTRIBUTES = 4096;

    private static final int FIELDS = 4;

    private final String text;
    private final boolean xml;
    private final Layer layer;
    private final ForeignContent foreign = new ForeignContent();
    private int position;
    private Event event = Event.END;
    private int start;
    private int end;
    private int nameStart;
    private int nameEnd;
    private int element = -1;
    private boolean selfClosing;
    private boolean literal;
    private int rawElement = -1;
    private int attributes;
    private int[] fields = new int[16 * FIELDS];

    private TagReader(String text, boolean xml, Layer layer) {
        this.text = text;
        this.xml = xml;
        this.layer = layer;
    }

    public static TagReader html(String text) {
        return new TagReader(text, false, Layer.root(text));
    }

    public static TagReader xml(String text) {
        return new TagReader(text, true, Layer.root(text));
    }

    static TagReader within(Layer layer) {
        return new TagReader(layer.text(), false, layer);
    }

    /** Goes on to the next event. */
    public Event next() {
        event = advance();
        return event;
    }

    public Event event() {
        return event;
    }

    /** First character of the event. */
    public int start() {
        return start;
    }

    /** One past its last character. */
    public int end() {
        return end;
    }

    /** The text being read: a whole document, or what an attribute ({@code srcdoc}) means. */
    public String text() {
        return text;
    }

    /** Where a character of {@link #text()} stands in the outermost document; the same number outside {@code srcdoc}. */
    public int place(int index) {
        return layer.place(index);
    }

    /** How text put here must be written for the outermost document. */
    public String written(String replacement) {
        return layer.write(replacement);
    }

    /** True within a {@code srcdoc} attribute. */
    public boolean nested() {
        return layer.outer() != null;
    }

    /** The element's name in ASCII lower case. */
    public String name() {
        return element >= 0 ? Names.ELEMENTS.name(element) : Chars.lower(text, nameStart, nameEnd);
    }

    /** True where the element's name is this one, in lower case. */
    public boolean is(String name) {
        return nameEnd - nameStart == name.length() && Chars.at(text, nameStart, nameEnd, name);
    }

    /** True inside SVG and MathML. */
    public boolean foreign() {
        return foreign.inside();
    }

    public boolean selfClosing() {
        return selfClosing;
    }

    /** True for raw text in which an ampersand stands for itself. */
    public boolean literal() {
        return literal;
    }

    /** How many attributes the start tag has, duplicates counted. */
    public int attributes() {
        return attributes;
    }

    public int attributeStart(int i) {
        return fields[i * FIELDS];
    }

    public int attributeNameEnd(int i) {
        return fields[i * FIELDS + 1];
    }

    /** First character of the value, within its quotes. */
    public int valueStart(int i) {
        return fields[i * FIELDS + 2];
    }

    public int valueEnd(int i) {
        return fields[i * FIELDS + 3];
    }

    /** One past the attribute's last character, closing quote included. */
    public int attributeEnd(int i) {
        return valueEnd(i) + (quote(i) == '"' || quote(i) == '\'' ? 1 : 0);
    }

    /** {@code "} or {@code '}; a space for a bare value; NUL where there is no value. */
    public char quote(int i) {
        int from = valueStart(i);
        if (from <= attributeNameEnd(i)) {
            return 0;
        }
        char before = text.charAt(from - 1);
        return before == '"' || before == '\'' ? before : ' ';
    }

    /** The attribute's name in ASCII lower case. */
    public String attributeName(int i) {
        return Chars.lower(text, attributeStart(i), attributeNameEnd(i));
    }

    /** True where the attribute's name is this one, in lower case. */
    public boolean attributeIs(int i, String name) {
        return attributeNameEnd(i) - attributeStart(i) == name.length()
                && Chars.at(text, attributeStart(i), attributeNameEnd(i), name);
    }

    /** The first attribute of this name (in lower case), or −1; later ones do not count. */
    public int attribute(String name) {
        for (int i = 0; i < attributes; i++) {
            if (attributeIs(i, name)) {
                return i;
            }
        }
        return -1;
    }

    /** The value of an attribute, character references decoded; empty text where there is none. */
    public String value(int i) {
        return attributeLayer(i).text();
    }

    /** The value of the first attribute of this name, or null. */
    public @Nullable String value(String name) {
        int i = attribute(name);
        return i < 0 ? null : value(i);
    }

    Layer layer() {
        return layer;
    }

    Layer attributeLayer(int i) {
        return layer.attribute(valueStart(i), valueEnd(i), quote(i));
    }

    int element() {
        return element;
    }

    private Event advance() {
        if (rawElement >= 0 || foreign.wantsText()) {
            Event raw = rawText();
            if (raw != null) {
                return raw;
            }
        }
        while (true) {
            int open = text.indexOf('<', position);
            if (open < 0 || open + 1 >= text.length()) {
                position = text.length();
                start = position;
                end = position;
                return Event.END;
            }
            start = open;
            Event found = opened(open);
            if (found != null) {
                end = position;
                return found;
            }
        }
    }

    private @Nullable Event opened(int open) {
        char c = text.charAt(open + 1);
        if (Chars.letter(c) || (xml && (c == '_' || c == ':' || c > 127))) {
            return tag(open + 1, Event.START_TAG);
        }
        if (c == '/') {
            if (open + 2 < text.length() && (Chars.letter(text.charAt(open + 2)) || xml)) {
                return tag(open + 2, Event.END_TAG);
            }
            position = open + 2 < text.length() ? after('>', open + 2) : text.length();
            return null;
        }
        if (c == '!') {
            return declaration(open);
        }
        if (c == '?') {
            int close = xml ? text.indexOf("?>", open) : text.indexOf('>', open);
            position = close < 0 ? text.length() : close + (xml ? 2 : 1);
            return xml ? Event.INSTRUCTION : null;
        }
        position = open + 1;
        return null;
    }

    private int after(char c, int from) {
        int at = text.indexOf(c, from);
        return at < 0 ? text.length() : at + 1;
    }

    private @Nullable Event declaration(int open) {
        if (text.startsWith("<!--", open)) {
            position = RawText.commentEnd(text, open + 4, xml);
            return Event.COMMENT;
        }
        if ((xml || foreign.inside()) && text.startsWith("<![CDATA[", open)) {
            int close = text.indexOf("]]>", open + 9);
            position = close < 0 ? text.length() : close + 3;
            if (foreign.wantsText()) {
                start = open + 9;
                position = close < 0 ? text.length() : close;
                literal = true;
                return Event.RAW_TEXT;
            }
            return null;
        }
        position = after('>', open + 2);
        return null;
    }

    /** Reads a tag whose name begins at {@code from}; null where the text ends inside it, as such a tag is dropped. */
    private @Nullable Event tag(int from, Event kind) {
        int length = text.length();
        int i = from;
        while (i < length && !ends(text.charAt(i))) {
            i++;
        }
        nameStart = from;
        nameEnd = i;
        element = Names.ELEMENTS.find(text, from, i);
        attributes = 0;
        selfClosing = false;
        while (true) {
            while (i < length && (Chars.space(text.charAt(i)) || text.charAt(i) == '/')) {
                i++;
            }
            if (i >= length) {
                position = length;
                return null;
            }
            if (text.charAt(i) == '>') {
                selfClosing = text.charAt(i - 1) == '/';
                position = i + 1;
                break;
            }
            i = attribute(i);
        }
        if (!xml) {
            structure(kind);
        } else {
            foreign.xml(this, kind == Event.START_TAG && !selfClosing);
        }
        return kind;
    }

    private static boolean ends(char c) {
        return c == '>' || c == '/' || Chars.space(c);
    }

    /** Reads one attribute; gives where it ends. */
    private int attribute(int from) {
        int length = text.length();
        int i = from + 1; // an equals sign at the start belongs to the name
        while (i < length && text.charAt(i) != '=' && !ends(text.charAt(i))) {
            i++;
        }
        int nameStop = i;
        int equals = Chars.skipSpace(text, i, length);
        if (equals >= length || text.charAt(equals) != '=') {
            keep(from, nameStop, nameStop, nameStop);
            return nameStop;
        }
        i = Chars.skipSpace(text, equals + 1, length);
        if (i >= length) {
            return length;
        }
        char quote = text.charAt(i);
        if (quote == '"' || quote == '\'') {
            int close = text.indexOf(quote, i + 1);
            int stop = close < 0 ? length : close;
            keep(from, nameStop, i + 1, stop);
            return close < 0 ? length : close + 1;
        }
        int value = i;
        while (i < length && text.charAt(i) != '>' && !Chars.space(text.charAt(i))) {
            i++;
        }
        keep(from, nameStop, value, i);
        return i;
    }

    private void keep(int from, int nameStop, int valueFrom, int valueTo) {
        if (attributes == MOST_ATTRIBUTES) {
            return;
        }
        int at = attributes * FIELDS;
        if (at == fields.length) {
            fields = Arrays.copyOf(fields, at * 2);
        }
        fields[at] = from;
        fields[at + 1] = nameStop;
        fields[at + 2] = valueFrom;
        fields[at + 3] = valueTo;
        attributes++;
    }

    private void structure(Event kind) {
        if (kind == Event.END_TAG) {
            foreign.close(element);
        } else if (foreign.open(element, selfClosing, this) && RawText.is(element)) {
            rawElement = element;
        }
    }

    private @Nullable Event rawText() {
        start = position;
        if (rawElement >= 0) {
            end = RawText.end(text, position, rawElement);
            literal = RawText.literal(rawElement);
            rawElement = -1;
        } else {
            end = Chars.find(text, '<', position, text.length());
            literal = false;
        }
        position = end;
        return end > start ? Event.RAW_TEXT : null;
    }
}
