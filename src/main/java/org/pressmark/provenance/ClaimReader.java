package org.pressmark.provenance;

import java.util.List;
import java.util.Objects;
import org.pressmark.model.Article;
import org.pressmark.model.Claim;

/**
 * Reads from an article what its page says of where the text comes from. What a credit is about (the text, a picture, a
 * reader's comment, the page) is decided before it counts; nothing is claimed without the exact characters that say so.
 */
public final class ClaimReader {
    private ClaimReader() {}

    /**
     * The claims of one page: visible lines first, in page order, then machine-readable parts, dates, links.
     *
     * @param recordId the WARC-Record-ID of the capture from which the article was extracted, e.g. {@code urn:uuid:…}
     * @return each claim once, at most 400
     */
    public static List<Claim> read(Article article, String recordId) {
        Objects.requireNonNull(article);
        ClaimList claims = new ClaimList(recordId);
        ImageClaims.read(article, claims);
        LineClaims.read(article, claims);
        AgencyMarks.read(article, claims);
        FactClaims.read(article, claims);
        LinkClaims.read(article, claims);
        CommentClaims.read(article, claims);
        return claims.all();
    }
}
