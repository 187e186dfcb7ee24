package org.pressmark.provenance;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;

/** Links from the article to pages of other sites: one of them may be the story itself, elsewhere. */
final class LinkClaims {
    private static final int MOST = 40;
    private static final Set<BlockKind> NEVER = EnumSet.of(
            BlockKind.RELATED,
            BlockKind.PROMO,
            BlockKind.COMMENT_FORM,
            BlockKind.IMAGE,
            BlockKind.CAPTION,
            BlockKind.CREDIT);

    private LinkClaims() {}

    static void read(Article article, ClaimList claims) {
        int count = 0;
        for (Block block : article.blocks()) {
            if (NEVER.contains(block.kind())) {
                continue;
            }
            for (Block.Inline inline : block.inlines()) {
                if (count < MOST && elsewhere(article, inline)) {
                    claims.add(
                            Kind.HYPERLINK,
                            Scope.ARTICLE,
                            inline.target(),
                            Optional.of(inline.target()),
                            Publishers.all()
                                    .ofHost(WebAddress.plainHost(inline.target()))
                                    .map(Publishers.Publisher::name),
                            "claim.hyperlink",
                            Quote.of(block, inline.start(), inline.end()));
                    count++;
                }
            }
        }
    }

    /** To a page, not to a front page; of another site, not of the page's own. */
    private static boolean elsewhere(Article article, Block.Inline inline) {
        String target = inline.target();
        return inline.kind() == Block.InlineKind.LINK
                && WebAddress.isAddress(target)
                && target.replaceFirst("^[a-zA-Z]+://[^/]*", "").length() > 1
                && !WebAddress.sameSite(article.url(), target);
    }
}
