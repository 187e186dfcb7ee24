package org.pressmark.provenance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;
import org.pressmark.text.Agencies;

/** Credits of pictures: recorded, so that nobody looks for them in vain, and never a link between texts. */
final class ImageClaims {
    private static final Pattern LICENCE =
            Pattern.compile("\\bCC[ -](?:BY(?:[ -](?:NC|ND|SA))*|0)(?:[ -]\\d\\.\\d)?(?![\\p{L}\\p{N}])");
    private static final Pattern MARK = Pattern.compile(
            "(?i)\\(c\\)|©|\\bphotos?\\b|\\bphotograph|\\bgetty\\b|\\bflickr\\b|\\bshutterstock\\b|\\bwikimedia\\b|\\bscreen ?(?:shot|grab)\\b|\\bcourtesy\\b|\\bhandout\\b|\\bfoto\\b|\\bvia\\b|\\bcredit\\b|\\p{L} ?/ ?\\p{L}");

    private ImageClaims() {}

    static void read(Article article, ClaimList claims) {
        List<Block> blocks = article.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.text().isBlank()) {
                continue;
            }
            if (block.kind() == BlockKind.CREDIT) {
                credit(claims, Quote.whole(block), "claim.photo-credit");
            } else if (block.kind() == BlockKind.CAPTION || block.kind() == BlockKind.IMAGE) {
                caption(claims, block);
            } else if (Blocks.mayCredit(article, i)) {
                line(article, i, claims);
            }
            if (Blocks.picture(block)) {
                licence(claims, block, Scope.IMAGE);
            }
        }
    }

    /** A "Photo: …" line, or a source line that stands directly under a picture. */
    private static void line(Article article, int at, ClaimList claims) {
        Block block = article.blocks().get(at);
        Optional<CreditPhrases.Found> found = CreditPhrases.all().opening(block.text());
        if (found.isEmpty()) {
            return;
        }
        boolean source = found.get().kind() == CreditPhrases.Kind.SOURCE_CREDIT && Blocks.underPicture(article, at);
        if (found.get().kind() == CreditPhrases.Kind.PHOTO || source) {
            int end = lineEnd(block.text(), found.get().end());
            credit(claims, Quote.of(block, found.get().start(), end), "claim.photo-line");
        }
    }

    /** The part of a caption that credits: what is emphasised or bracketed, else the last sentence. */
    private static void caption(ClaimList claims, Block block) {
        String text = block.text();
        for (Block.Inline inline : block.inlines()) {
            boolean marked = inline.kind() == Block.InlineKind.STRONG || inline.kind() == Block.InlineKind.EMPHASIS;
            if (marked && credits(text.substring(inline.start(), inline.end()))) {
                credit(claims, Quote.of(block, inline.start(), inline.end()), "claim.caption-credit");
                return;
            }
        }
        int from = lastPart(text);
        if (credits(text.substring(from))) {
            credit(claims, Quote.of(block, from, text.length()), "claim.caption-credit");
        }
    }

    private static void credit(ClaimList claims, Quote quote, String rule) {
        String words = quote.text().substring(quote.start(), quote.end()).strip();
        List<Agencies.Found> agencies = Agencies.all().findInCredit(words);
        Optional<String> agent = agencies.isEmpty()
                ? Optional.empty()
                : Optional.of(agencies.get(0).name());
        claims.add(Kind.PHOTO_CREDIT, Scope.IMAGE, words, agent, rule, quote);
    }

    private static void licence(ClaimList claims, Block block, Scope scope) {
        Matcher found = LICENCE.matcher(block.text());
        if (found.find()) {
            claims.add(
                    Kind.LICENCE,
                    scope,
                    found.group(),
                    Optional.empty(),
                    "claim.licence",
                    Quote.of(block, found.start(), found.end()));
        }
    }

    private static boolean credits(String words) {
        return MARK.matcher(words).find() || !Agencies.all().find(words).isEmpty();
    }

    private static int lastPart(String text) {
        int end = text.stripTrailing().length();
        int from = 0;
        for (int i = 0; i + 1 < end - 1; i++) {
            boolean stop = text.charAt(i) == '\n' || text.charAt(i) == '.' && text.charAt(i + 1) == ' ';
            from = stop ? i + 1 : from;
        }
        int bracket = text.lastIndexOf('(');
        return from == 0 && bracket > 0 && text.stripTrailing().endsWith(")") ? bracket : from;
    }

    static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
