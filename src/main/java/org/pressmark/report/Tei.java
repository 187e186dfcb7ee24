package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Apparatus.Part;
import org.pressmark.model.Apparatus.Stretch;
import org.pressmark.model.Capture;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Field;
import org.pressmark.model.VariantPlace;
import org.pressmark.model.VariantPlace.Reading;
import org.pressmark.model.Witness;
import org.pressmark.text.Folded;

/**
 * An apparatus as TEI P5 (Guidelines, chapter "Critical Apparatus", parallel segmentation). The body of every witness can
 * be read back from it to the character: take the text outside {@code app} and of each {@code app} the {@code lem} or
 * {@code rdg} whose {@code wit} names the witness; {@code p} and {@code milestone unit="p"} begin a paragraph, {@code lb} a
 * line, and a {@code p} without text for a witness is not there for it. Characters that XML 1.0 forbids become U+FFFD.
 */
public final class Tei {
    private final Apparatus apparatus;
    private final StringBuilder out = new StringBuilder();

    private Tei(Apparatus apparatus) {
        this.apparatus = apparatus;
    }

    /** The document's text, to be written in UTF-8. */
    public static String render(Apparatus apparatus) {
        Tei tei = new Tei(apparatus);
        tei.head();
        tei.fields();
        tei.body();
        return tei.out.toString();
    }

    private void head() {
        String title = escaped(Words.title(apparatus.baseWitness().article()));
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n<fileDesc>\n")
                .append("<titleStmt><title>")
                .append(title)
                .append("</title></titleStmt>\n")
                .append("<publicationStmt><p>Made by Pressmark from stored copies.</p></publicationStmt>\n")
                .append("<sourceDesc>\n<listWit>\n");
        for (Witness witness : apparatus.witnesses()) {
            out.append("<witness xml:id=\"").append(id(witness.siglum())).append("\">");
            out.append(escaped(description(witness))).append("</witness>\n");
        }
        out.append("</listWit>\n</sourceDesc>\n</fileDesc>\n<encodingDesc>\n")
                .append("<variantEncoding method=\"parallel-segmentation\" location=\"internal\"/>\n")
                .append("</encodingDesc>\n</teiHeader>\n<text>\n");
    }

    private static String description(Witness witness) {
        List<String> facts = new ArrayList<>(List.of(Shown.line(witness.label())));
        String url =
                witness.capture().map(Capture::url).orElse(witness.article().url());
        if (!url.isEmpty()) {
            facts.add(Shown.line(url));
        }
        witness.capturedAt().ifPresent(time -> facts.add("captured " + Words.minute(time) + Words.by(witness)));
        witness.article().published().map(Field::value).ifPresent(date -> facts.add("says " + Shown.line(date)));
        witness.capture().ifPresent(capture -> {
            facts.add("WARC record " + Shown.line(capture.recordId()));
            facts.add(capture.payload().toString());
        });
        return String.join("; ", facts);
    }

    /** What stands around the body and differs: one anonymous block a place, the field in {@code type}. */
    private void fields() {
        List<VariantPlace> fields = apparatus.places().stream()
                .filter(place -> place.field() != ArticleField.BODY)
                .toList();
        if (fields.isEmpty()) {
            return;
        }
        out.append("<front>\n<div type=\"fields\">\n");
        for (VariantPlace place : fields) {
            out.append("<ab type=\"").append(place.field().word()).append("\"><app type=\"substantive\">");
            boolean first = true;
            for (Reading reading : place.readings()) {
                reading(first ? "lem" : "rdg", reading.sigla(), reading.text());
                first = false;
            }
            out.append("</app></ab>\n");
        }
        out.append("</div>\n</front>\n");
    }

    private void body() {
        out.append("<body>\n");
        boolean open = false;
        for (Stretch stretch : apparatus.text()) {
            if (stretch.paragraph() || !open) {
                out.append(open ? "</p>\n<p>" : "<p>");
                open = true;
            }
            if (stretch.varies()) {
                out.append("<app type=\"")
                        .append(accidental(stretch) ? "accidental" : "substantive")
                        .append("\">");
                boolean first = true;
                for (Part part : inOrder(stretch)) {
                    reading(first ? "lem" : "rdg", part.sigla(), part.text());
                    first = false;
                }
                out.append("</app>");
            } else {
                text(stretch.parts().get(0).text());
            }
        }
        out.append(open ? "</p>\n" : "<p/>\n").append("</body>\n</text>\n</TEI>\n");
    }

    /** The base's reading is the lemma. */
    private List<Part> inOrder(Stretch stretch) {
        String base = apparatus.baseWitness().siglum();
        List<Part> parts = new ArrayList<>(stretch.parts());
        parts.sort((a, b) -> Boolean.compare(b.sigla().contains(base), a.sigla().contains(base)));
        return parts;
    }

    /** Whether the readings are equal after the fold: quotation marks, dashes, spaces, paragraph breaks. */
    private static boolean accidental(Stretch stretch) {
        return stretch.parts().stream()
                        .map(part -> Folded.caseFold(Folded.fold(part.text().replace('\n', ' ')))
                                .replace(" ", ""))
                        .distinct()
                        .count()
                == 1;
    }

    private void reading(String element, List<String> sigla, String text) {
        String wit = sigla.stream().map(siglum -> "#" + id(siglum)).collect(Collectors.joining(" "));
        out.append('<').append(element).append(" wit=\"").append(wit).append('"');
        if (text.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append(" xml:space=\"preserve\">");
        text(text);
        out.append("</").append(element).append('>');
    }

    private void text(String text) {
        int from = 0;
        while (from < text.length()) {
            int at = text.indexOf('\n', from);
            int end = at < 0 ? text.length() : at;
            out.append(escaped(text.substring(from, end)));
            if (at >= 0) {
                boolean paragraph = text.startsWith("\n\n", at);
                out.append(paragraph ? "<milestone unit=\"p\"/>" : "<lb/>");
                end += paragraph ? 2 : 1;
            }
            from = end;
        }
    }

    /** Controls and direction marks as references: read back they are what they were, shown they do no harm. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            boolean harmful = c >= 0x7F && c < 0xA0 || c == '\r' || Character.getType(c) == Character.FORMAT;
            boolean forbidden = c < 0x20 && c != '\t' && c != '\n' && c != '\r'
                    || c == 0xFFFE
                    || c == 0xFFFF
                    || Character.getType(c) == Character.SURROGATE;
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> {
                    if (harmful) {
                        out.append("&#").append(c).append(';');
                    } else {
                        out.appendCodePoint(forbidden ? 0xFFFD : c);
                    }
                }
            }
        });
        return out.toString();
    }

    private static String id(String siglum) {
        return "wit" + siglum.replaceAll("[^A-Za-z0-9]", "_");
    }
}
