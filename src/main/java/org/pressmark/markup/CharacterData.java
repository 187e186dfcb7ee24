package org.pressmark.markup;

/** The text of a stretch of mark-up that holds no tags: references decoded, CDATA as it stands, comments dropped. */
public final class CharacterData {
    private CharacterData() {}

    /**
     * Reads {@code [from, to)} of an XML or HTML text. References are those of HTML, which are more than XML knows: feeds
     * use them all the same. Nothing is ever expanded from a document's own definitions.
     */
    public static String of(String text, int from, int to) {
        StringBuilder out = new StringBuilder();
        int at = from;
        while (at < to) {
            int open = Chars.find(text, "<!", at, to);
            int plain = open < 0 ? to : open;
            if (Chars.find(text, '&', at, plain) == plain) {
                out.append(text, at, plain);
            } else {
                out.append(CharacterReferences.decode(text, at, plain, false).text());
            }
            if (plain == to) {
                break;
            }
            boolean data = text.startsWith("<![CDATA[", open);
            String end = data ? "]]>" : text.startsWith("<!--", open) ? "-->" : ">";
            int close = Chars.find(text, end, open, to);
            int stop = close < 0 ? to : close;
            if (data && open + 9 < stop) {
                out.append(text, open + 9, stop);
            }
            at = stop + end.length();
        }
        return out.toString();
    }
}
