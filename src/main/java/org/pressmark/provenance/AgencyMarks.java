package org.pressmark.provenance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;
import org.pressmark.model.Field;
import org.pressmark.text.Agencies;

/** Where agencies sign a text: byline, dateline, end mark; and what the extractor's fields add to that. */
final class AgencyMarks {
    private static final Pattern DATELINE = Pattern.compile("\\(([^()\\n]{2,60})\\)\\s*[—–:-]");
    private static final Pattern END_MARK =
            Pattern.compile("(?:\\(([^()\\n]{2,40})\\)|[—–]\\s*([\\p{L}. -]{2,30}))[\\s.]*$");
    private static final int DATELINE_REACH = 90;

    private AgencyMarks() {}

    static void read(Article article, ClaimList claims) {
        int seen = 0;
        int last = lastBody(article);
        for (int i = 0; i < article.blocks().size(); i++) {
            Block block = article.blocks().get(i);
            boolean text = block.kind() == BlockKind.PARAGRAPH || block.kind() == BlockKind.STANDFIRST;
            if (block.kind() == BlockKind.BYLINE) {
                byline(block, claims);
            } else if (block.kind() == BlockKind.DATELINE || text && seen < 2) {
                dateline(block, claims);
            }
            if (block.kind().body() && i >= last - 1) {
                endMark(block, claims);
            }
            seen += text ? 1 : 0;
        }
        fields(article, claims);
    }

    private static void byline(Block block, ClaimList claims) {
        for (Agencies.Found found : Agencies.all().findInCredit(block.text())) {
            int start = block.text().lastIndexOf('\n', found.start()) + 1;
            claims.add(
                    Kind.BYLINE,
                    Scope.ARTICLE,
                    found.name(),
                    Optional.of(found.name()),
                    "claim.byline",
                    Quote.of(block, start, found.end()));
        }
    }

    private static void dateline(Block block, ClaimList claims) {
        String opening =
                block.text().substring(0, Math.min(DATELINE_REACH, block.text().length()));
        Matcher found = DATELINE.matcher(opening);
        if (!found.find()) {
            whole(block, Kind.AGENCY_DATELINE, "claim.dateline", claims);
            return;
        }
        for (String part : found.group(1).split("[/,]", -1)) {
            Agencies.all()
                    .canonical(part)
                    .ifPresent(name -> claims.add(
                            Kind.AGENCY_DATELINE,
                            Scope.ARTICLE,
                            name,
                            Optional.of(name),
                            "claim.dateline",
                            Quote.of(block, 0, found.end())));
        }
    }

    /** A dateline block that is cut out whole: {@code MOSCOW (AP)}, {@code Berlin (dpa)}. */
    private static void whole(Block block, Kind kind, String rule, ClaimList claims) {
        if (block.kind() == BlockKind.DATELINE) {
            for (Agencies.Found found : Agencies.all().findInCredit(block.text())) {
                claims.add(
                        kind,
                        Scope.ARTICLE,
                        found.name(),
                        Optional.of(found.name()),
                        rule,
                        Quote.of(block, 0, found.end()));
            }
        }
    }

    /** {@code (dpa)} or {@code — AFP} at the very end, or a last line that is nothing but an agency's name. */
    private static void endMark(Block block, ClaimList claims) {
        Optional<String> alone =
                block.text().length() <= 40 ? Agencies.all().canonical(block.text()) : Optional.empty();
        if (alone.isPresent()) {
            claims.add(Kind.SOURCE_CREDIT, Scope.ARTICLE, alone.get(), alone, "claim.end-mark", Quote.whole(block));
            return;
        }
        int from = Math.max(0, block.text().length() - 60);
        Matcher found = END_MARK.matcher(block.text()).region(from, block.text().length());
        if (found.find()) {
            String words = found.group(1) == null ? found.group(2) : found.group(1);
            for (String part : words.split("[/,]", -1)) {
                Agencies.all()
                        .canonical(part)
                        .ifPresent(name -> claims.add(
                                Kind.SOURCE_CREDIT,
                                Scope.ARTICLE,
                                name,
                                Optional.of(name),
                                "claim.end-mark",
                                Quote.of(block, found.start(), found.end())));
            }
        }
    }

    /** Agencies and authors that the extractor found where the lines above say nothing of them. */
    private static void fields(Article article, ClaimList claims) {
        for (Field agency : article.agencies()) {
            if (!claims.credits(agency.value())) {
                claims.add(
                        kind(agency.rule()),
                        Scope.ARTICLE,
                        agency.value(),
                        Optional.of(agency.value()),
                        "claim.field." + agency.rule(),
                        Quote.of(agency));
            }
        }
        for (Field author : article.authors()) {
            List<Agencies.Found> agencies = Agencies.all().findInCredit(author.value());
            if (agencies.isEmpty()) {
                claims.add(
                        Kind.BYLINE,
                        Scope.ARTICLE,
                        author.value(),
                        Optional.of(author.value()),
                        "claim.author",
                        Quote.of(author));
            }
            for (Agencies.Found found : agencies) {
                if (!claims.credits(found.name())) {
                    claims.add(
                            Kind.BYLINE,
                            Scope.ARTICLE,
                            found.name(),
                            Optional.of(found.name()),
                            "claim.author",
                            Quote.of(author));
                }
            }
        }
    }

    private static Kind kind(String rule) {
        String word = rule.toLowerCase(Locale.ROOT);
        if (word.contains("dateline")) {
            return Kind.AGENCY_DATELINE;
        }
        if (word.contains("copyright")) {
            return Kind.COPYRIGHT;
        }
        return word.contains("byline") || word.contains("author") ? Kind.BYLINE : Kind.SOURCE_CREDIT;
    }

    private static int lastBody(Article article) {
        for (int i = article.blocks().size() - 1; i >= 0; i--) {
            if (article.blocks().get(i).kind().body()) {
                return i;
            }
        }
        return -1;
    }
}
