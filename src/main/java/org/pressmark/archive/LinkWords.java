package org.pressmark.archive;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pressmark.model.LinkWord;

/**
 * What people say of links, as metadata records of their own: {@code link-word} (confirm, reject, add), {@code link-child},
 * {@code link-parent} (addresses, or an agency's name), {@code link-note} and {@code link-by}; the record refers to the
 * child's capture.
 */
final class LinkWords {
    private static final String WORD = "link-word";

    private LinkWords() {}

    /** The fields of the record's block. */
    static Map<String, String> fields(LinkWord.Word word, String child, String parent, String note, String by) {
        Map<String, String> out = new TreeMap<>();
        out.put(WORD, word.word());
        out.put("link-child", child);
        out.put("link-parent", parent);
        out.put("link-note", note.isEmpty() ? "-" : note);
        out.put("link-by", by.isEmpty() ? "-" : by);
        return out;
    }

    /** The word that a record keeps, if it keeps one. */
    static Optional<LinkWord> of(ScannedRecord record) {
        Optional<LinkWord.Word> word = record.blockField(WORD).flatMap(LinkWord.Word::of);
        Optional<String> child = record.blockField("link-child").filter(text -> !text.isEmpty());
        Optional<String> parent = record.blockField("link-parent").filter(text -> !text.isEmpty());
        if (!record.type().equals("metadata")
                || word.isEmpty()
                || child.isEmpty()
                || parent.isEmpty()
                || record.date().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LinkWord(
                record.recordId(),
                record.date().get(),
                word.get(),
                child.get(),
                parent.get(),
                told(record, "link-note"),
                told(record, "link-by")));
    }

    private static String told(ScannedRecord record, String field) {
        return record.blockField(field).filter(text -> !text.equals("-")).orElse("");
    }
}
