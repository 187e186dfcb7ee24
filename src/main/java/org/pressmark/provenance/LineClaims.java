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

/** Visible lines that name an origin: "Original url:", "Source:", "first appeared on", "With inputs from", "©". */
final class LineClaims {
    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?i)(?:©|\\(c\\)|\\bcopyright\\b|&copy;)(?:\\s*(?:©|\\(c\\)|&copy;))?[\\s:]*(?:\\d{4}(?:\\s*[-–]\\s*\\d{4})?)?[\\s,]*(?:by\\s+)?(?=\\p{L})");

    private LineClaims() {}

    static void read(Article article, ClaimList claims) {
        List<Block> blocks = article.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (Blocks.mayCredit(article, i)) {
                read(article, i, claims);
            }
        }
    }

    private static void read(Article article, int at, ClaimList claims) {
        Block block = article.blocks().get(at);
        int from = 0;
        while (from < block.text().length()) {
            int end = ImageClaims.lineEnd(block.text(), from);
            line(article, at, from, end, claims);
            from = end + 1;
        }
        if (block.kind() == BlockKind.ORIGINAL_URL) {
            address(block, 0, claims, "claim.original-url-block");
        }
        copyright(article, block, claims);
    }

    private static void line(Article article, int at, int from, int end, ClaimList claims) {
        Block block = article.blocks().get(at);
        String line = block.text().substring(from, end);
        boolean typed = !block.kind().body();
        boolean edge = typed || Blocks.inHead(article, at) || Blocks.inTail(article, at);
        CreditPhrases phrases = CreditPhrases.all();
        Optional<CreditPhrases.Found> found = edge ? phrases.within(line) : phrases.opening(line);
        if (found.isEmpty() || quoted(line)) {
            return;
        }
        int start = from + found.get().start();
        int after = from + found.get().end();
        switch (found.get().kind()) {
            case ORIGINAL_URL -> original(article, at, start, after, claims);
            case SOURCE_CREDIT -> {
                if (!Blocks.underPicture(article, at)) {
                    named(article, block, start, after, Kind.SOURCE_CREDIT, "claim.source-line", false, claims);
                }
            }
            case FIRST_APPEARED ->
                named(article, block, start, after, Kind.FIRST_APPEARED, "claim.first-appeared", false, claims);
            case REPUBLISHED ->
                named(article, block, start, after, Kind.FIRST_APPEARED, "claim.republished-from", false, claims);
            case WITH_INPUTS -> {
                if (edge && line.length() <= 160) {
                    named(article, block, start, after, Kind.SOURCE_CREDIT, "claim.with-inputs", true, claims);
                }
            }
            case PHOTO -> {} // the pictures' own: ImageClaims
        }
    }

    /** The address behind "Original url:", in the line, as its link, or alone in the next block. */
    private static void original(Article article, int at, int start, int after, ClaimList claims) {
        Block block = article.blocks().get(at);
        if (address(block, start, claims, "claim.original-url-line")) {
            return;
        }
        boolean bare =
                block.text().substring(Math.min(after, block.text().length())).isBlank();
        if (bare && at + 1 < article.blocks().size()) {
            Block next = article.blocks().get(at + 1);
            WebAddress.whole(next.text())
                    .ifPresent(url -> origin(url, Quote.whole(next), "claim.original-url-next-line", claims));
        } else if (!bare) {
            named(article, block, start, after, Kind.FIRST_APPEARED, "claim.original-at", false, claims);
        }
    }

    private static boolean address(Block block, int start, ClaimList claims, String rule) {
        int end = ImageClaims.lineEnd(block.text(), start);
        int stop = end < block.text().length()
                        && block.text().substring(start, end).strip().endsWith(":")
                ? ImageClaims.lineEnd(block.text(), end + 1)
                : end;
        Optional<String> linked = block.inlines().stream()
                .filter(inline ->
                        inline.kind() == Block.InlineKind.LINK && inline.start() >= start && inline.start() < stop)
                .map(Block.Inline::target)
                .filter(WebAddress::isAddress)
                .findFirst();
        Optional<String> url = linked.or(() -> WebAddress.first(block.text().substring(start, stop)));
        url.ifPresent(found -> origin(found, Quote.of(block, start, stop), rule, claims));
        return url.isPresent();
    }

    private static void origin(String url, Quote quote, String rule, ClaimList claims) {
        Optional<String> agent =
                Publishers.all().ofHost(WebAddress.plainHost(url)).map(Publishers.Publisher::name);
        claims.add(Kind.ORIGINAL_URL, Scope.ARTICLE, url, Optional.of(url), agent, rule, quote);
    }

    private static void named(
            Article article,
            Block block,
            int start,
            int after,
            Kind kind,
            String rule,
            boolean known,
            ClaimList claims) {
        for (Named name : Named.from(block, after)) {
            if (known && name.agent().isEmpty()) {
                continue; // "With tears in his eyes" credits nobody
            }
            boolean own = Named.isOwnSite(article, name.value());
            Scope scope = own ? Scope.PAGE : Scope.ARTICLE;
            claims.add(kind, scope, name.value(), name.url(), name.agent(), rule, Quote.of(block, start, name.end()));
        }
    }

    private static void copyright(Article article, Block block, ClaimList claims) {
        Matcher found = COPYRIGHT.matcher(block.text());
        if (!found.find() || block.text().length() > 600) {
            return;
        }
        for (Named name : Named.from(block, found.end())) {
            boolean own = Named.isOwnSite(article, name.value());
            boolean known = name.agent().isPresent();
            Scope scope = known && !own ? Scope.ARTICLE : Scope.PAGE;
            claims.add(
                    Kind.COPYRIGHT,
                    scope,
                    name.value(),
                    name.agent(),
                    "claim.copyright-line",
                    Quote.of(block, found.start(), name.end()));
        }
    }

    /** A line that opens with a quotation mark is somebody's speech. */
    private static boolean quoted(String line) {
        String text = line.strip();
        return !text.isEmpty() && "\"“„«".indexOf(text.charAt(0)) >= 0;
    }
}
