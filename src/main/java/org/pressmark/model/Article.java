package org.pressmark.model;

import java.util.List;
import java.util.Optional;

/**
 * What a page says, taken apart: fields, typed blocks in page order, readers' comments apart.
 *
 * @param extractor name and version of the rules that made it, e.g. {@code pressmark-extract/1}
 * @param url the address of the document, empty text where it has none
 * @param language BCP 47 tag, empty text where unknown, e.g. {@code en-US}
 * @param headline the article's own headline, site name removed
 * @param authors persons or organisations named as authors, one each, "By" dropped
 * @param published the claimed time of publication: {@code value} is ISO 8601, as exact as the page is ({@code 2021-12-27}
 *     or {@code 2021-12-27T14:40:00+03:00})
 * @param modified the claimed time of the last change, likewise
 * @param agencies news agencies that are credited for the text (not for pictures), canonical names, e.g. {@code AFP}
 * @param site the site's name
 * @param facts what the page's machine-readable parts and head say, verbatim, in page order; {@code rule} names the part:
 *     {@code meta.author}, {@code link.canonical}, {@code json-ld.isBasedOn}, {@code meta.og:url} …; the value is absolute
 *     where it is an address
 * @param blocks everything that belongs to the article, in page order, also what is not body
 * @param comments top-level comments
 * @param notes labels for what is unusual, e.g. {@code empty}, {@code paywall-stub}, {@code charset-mislabelled}; each
 *     with its reason in {@code exact}
 */
public record Article(
        String extractor,
        String url,
        String language,
        Optional<Field> headline,
        List<Field> authors,
        Optional<Field> published,
        Optional<Field> modified,
        List<Field> agencies,
        Optional<Field> site,
        List<Field> facts,
        List<Block> blocks,
        List<Comment> comments,
        List<Field> notes) {
    public Article {
        authors = List.copyOf(authors);
        agencies = List.copyOf(agencies);
        facts = List.copyOf(facts);
        blocks = List.copyOf(blocks);
        comments = List.copyOf(comments);
        notes = List.copyOf(notes);
    }

    /** An article of nothing but its blocks. */
    public static Article ofBlocks(String extractor, String language, List<Block> blocks) {
        return new Article(
                extractor,
                "",
                language,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                blocks,
                List.of(),
                List.of());
    }

    /** The same article under other labels. */
    public Article withNotes(List<Field> labels) {
        return new Article(
                extractor, url, language, headline, authors, published, modified, agencies, site, facts, blocks,
                comments, labels);
    }

    /** The body's blocks joined by {@code "\n\n"}; a dateline stands before its paragraph, as on the page. */
    public String body() {
        StringBuilder out = new StringBuilder();
        String dateline = "";
        for (Block block : blocks) {
            if (block.kind() == BlockKind.DATELINE) {
                dateline = block.text() + " ";
            } else if (block.kind().body() && !block.text().isEmpty()) {
                out.append(out.isEmpty() ? "" : "\n\n").append(dateline).append(block.text());
                dateline = "";
            }
        }
        return out.toString();
    }

    /** All comments, replies counted. */
    public int commentCount() {
        return Comment.inOrder(comments).size();
    }
}
