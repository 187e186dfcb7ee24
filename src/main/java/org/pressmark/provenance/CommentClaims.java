package org.pressmark.provenance;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;
import org.pressmark.model.Comment;

/** What readers say of a text's origin under it: recorded as the readers' word, and never a link between texts. */
final class CommentClaims {
    private static final int MOST = 20;
    private static final int DEEPEST = 50;

    private CommentClaims() {}

    static void read(Article article, ClaimList claims) {
        read(article.comments(), 0, claims);
    }

    private static int read(List<Comment> comments, int depth, ClaimList claims) {
        int count = 0;
        for (Comment comment : comments) {
            if (count >= MOST || depth > DEEPEST) {
                return count;
            }
            count += lines(comment, claims);
            count += read(comment.replies(), depth + 1, claims);
        }
        return count;
    }

    private static int lines(Comment comment, ClaimList claims) {
        int count = 0;
        int from = 0;
        while (from < comment.text().length() && count < MOST) {
            int end = ImageClaims.lineEnd(comment.text(), from);
            String line = comment.text().substring(from, end);
            Optional<CreditPhrases.Found> found = CreditPhrases.all().opening(line);
            Quote quote = new Quote(comment.text(), from, end, comment.place());
            if (found.isPresent() && found.get().kind() == CreditPhrases.Kind.ORIGINAL_URL) {
                Optional<String> url = WebAddress.first(line);
                url.ifPresent(address -> claims.add(
                        Kind.ORIGINAL_URL, Scope.COMMENT, address, url, Optional.empty(), "claim.comment", quote));
                count++;
            } else if (found.isPresent() && found.get().kind() == CreditPhrases.Kind.SOURCE_CREDIT) {
                String words = line.substring(found.get().end()).strip();
                claims.add(Kind.SOURCE_CREDIT, Scope.COMMENT, words, Optional.empty(), "claim.comment", quote);
                count++;
            }
            from = end + 1;
        }
        return count;
    }
}
