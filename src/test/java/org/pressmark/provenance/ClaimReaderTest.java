package org.pressmark.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;

final class ClaimReaderTest {
    private static final String RECORD = "urn:uuid:00000000-0000-4000-8000-000000000000";
    private static final String LONG =
            "The minister said on Monday that talks would go on for as long as both sides wished them to, and that no date had been set.";

    @Test
    void archivedCopySaysItsOriginal() {
        Claim claim = one(Pair.archivedPage(), Kind.ORIGINAL_URL);
        assertEquals(Pair.ORIGINAL_PAGE, claim.targetUrl().orElseThrow());
        assertEquals(Optional.of("The Moscow Times"), claim.agent());
        assertEquals("Original url: " + Pair.ORIGINAL_PAGE, claim.evidence().exact());
        assertEquals(RECORD, claim.evidence().recordId());
        assertTrue(claim.evidence().place().endByte() > claim.evidence().place().startByte());
        assertEquals(
                Pair.ORIGINAL_PAGE,
                one(Pair.archivedPage(), Kind.JSONLD_BASED_ON).targetUrl().orElseThrow());
    }

    @Test
    void archivedCopyHasAnAgencyByline() {
        Claim claim = read(Pair.archivedPage()).stream()
                .filter(c -> c.kind() == Kind.BYLINE && c.scope() == Scope.ARTICLE)
                .findFirst()
                .orElseThrow();
        assertEquals("AFP", claim.value());
        assertEquals("By AFP", claim.evidence().exact());
    }

    @Test
    void photoCreditIsThePicturesOwn() {
        Claim credit = one(Pair.archivedPage(), Kind.PHOTO_CREDIT);
        assertEquals(Scope.IMAGE, credit.scope());
        assertEquals("Number 10 / flickr (CC BY-NC-ND 2.0)", credit.evidence().exact());
        assertEquals(
                "Turkish Foreign Minister Mevlut Cavusoglu. ".substring(11),
                credit.evidence().prefix());
        assertEquals(Scope.IMAGE, one(Pair.archivedPage(), Kind.LICENCE).scope());
    }

    @Test
    void republishedCopyCreditsTheAgencyOnce() {
        List<Claim> credits = read(Pair.republishedPage()).stream()
                .filter(claim -> claim.scope() == Scope.ARTICLE && claim.agent().equals(Optional.of("AFP")))
                .toList();
        assertEquals(1, credits.size(), credits.toString());
        assertEquals(Kind.SOURCE_CREDIT, credits.get(0).kind());
        assertEquals("Source: AFP", credits.get(0).evidence().exact());
    }

    @Test
    void whatReadersSayIsTheReaders() {
        List<Claim> claims = read(Pair.republishedPage()).stream()
                .filter(claim ->
                        claim.value().contains("Reuters") || claim.value().contains("spam.example"))
                .toList();
        assertEquals(2, claims.size(), claims.toString());
        assertTrue(claims.stream().allMatch(claim -> claim.scope() == Scope.COMMENT));
    }

    @Test
    void addressMayStandAloneInTheNextBlock() {
        Claim claim = one(
                page().body(LONG)
                        .block(BlockKind.PARAGRAPH, "Original url:")
                        .block(BlockKind.PARAGRAPH, "<" + Pair.ORIGINAL_PAGE + ">"),
                Kind.ORIGINAL_URL);
        assertEquals(Pair.ORIGINAL_PAGE, claim.targetUrl().orElseThrow());
        assertEquals("<" + Pair.ORIGINAL_PAGE + ">", claim.evidence().exact());
    }

    @Test
    void sourceLinesOfManyLanguages() {
        for (String line : List.of(
                "Quelle: dpa", "Fuente: EFE", "Источник: ТАСС", "来源：新华社", "Kaynak: AA", "Fonte: ANSA", "Źródło: PAP")) {
            List<Claim> claims = read(page().body(LONG).block(BlockKind.PARAGRAPH, line));
            assertTrue(
                    claims.stream()
                            .anyMatch(claim -> claim.kind() == Kind.SOURCE_CREDIT
                                    && claim.agent().isPresent()),
                    line + ": " + claims);
        }
    }

    @Test
    void severalAgenciesInOneLineAreSeveralClaims() {
        List<Claim> claims = read(page().body(LONG).block(BlockKind.SOURCE_LINE, "Source: AFP/Reuters"));
        assertEquals(
                List.of("AFP", "Reuters"),
                claims.stream()
                        .filter(claim -> claim.kind() == Kind.SOURCE_CREDIT)
                        .map(Claim::value)
                        .toList());
    }

    @Test
    void datelineNamesTheAgency() {
        Claim claim = one(page().body("MOSCOW, Dec 27 (Reuters) - " + LONG), Kind.AGENCY_DATELINE);
        assertEquals("Reuters", claim.value());
        assertEquals("MOSCOW, Dec 27 (Reuters) -", claim.evidence().exact());
    }

    @Test
    void endMarkNamesTheAgency() {
        assertEquals(
                "dpa",
                one(page().body(LONG + "\n\n" + LONG + " (dpa)"), Kind.SOURCE_CREDIT)
                        .value());
        assertEquals(
                "AFP", one(page().body(LONG + "\n\n— AFP"), Kind.SOURCE_CREDIT).value());
    }

    @Test
    void mentionInASentenceIsNoCredit() {
        List<Claim> claims = read(
                page().body("The spokesman told Reuters that " + LONG + "\n\n" + LONG + " He spoke to AFP on Friday."));
        assertEquals(List.of(), claims);
    }

    @Test
    void republishedFromNamesTheSiteAndItsLink() {
        String line =
                "This article is republished from The Conversation under a Creative Commons license. Read the original article.";
        Claim claim = one(
                page().body(LONG)
                        .link(
                                BlockKind.AUTHOR_NOTE,
                                line,
                                "The Conversation",
                                "https://theconversation.com/some-story-123"),
                Kind.FIRST_APPEARED);
        assertEquals("The Conversation", claim.value());
        assertEquals(Optional.of("https://theconversation.com/some-story-123"), claim.targetUrl());
        assertEquals("republished from The Conversation", claim.evidence().exact());
    }

    @Test
    void pageNamingItselfIsNoSource() {
        List<Claim> claims = read(new PageMaker("https://www.dailybugle.example/a")
                .site("Daily Bugle")
                .body(LONG)
                .block(BlockKind.PARAGRAPH, "The post A story first appeared on Daily Bugle.")
                .block(BlockKind.OTHER, "© 2021 Daily Bugle. All rights reserved."));
        assertTrue(claims.stream().allMatch(claim -> claim.scope() == Scope.PAGE), claims.toString());
    }

    @Test
    void copyrightOfAnAgencyIsACredit() {
        Claim claim = one(
                page().body(LONG).block(BlockKind.SOURCE_LINE, "© 2021 The Associated Press. All rights reserved."),
                Kind.COPYRIGHT);
        assertEquals("AP", claim.value());
        assertEquals(Scope.ARTICLE, claim.scope());
    }

    @Test
    void sourceLineUnderAPictureIsThePictures() {
        List<Claim> claims = read(page().block(BlockKind.IMAGE, "")
                .block(BlockKind.CAPTION, "The minister at the table.")
                .block(BlockKind.SOURCE_LINE, "Source: AFP")
                .body(LONG));
        assertTrue(claims.stream().noneMatch(claim -> claim.scope() == Scope.ARTICLE), claims.toString());
        assertEquals(
                1,
                claims.stream()
                        .filter(claim -> claim.kind() == Kind.PHOTO_CREDIT)
                        .count(),
                claims.toString());
    }

    @Test
    void photoLineInTheTextIsThePictures() {
        List<Claim> claims = read(page().body("Photo: AFP\n\n" + LONG));
        assertEquals(Scope.IMAGE, claims.get(0).scope());
        assertEquals(1, claims.size(), claims.toString());
    }

    @Test
    void relatedLinksAndPromotionsSayNothing() {
        assertEquals(
                List.of(),
                read(page().body(LONG)
                        .link(BlockKind.RELATED, "Source: AFP", "AFP", "https://afp.com/a/b")
                        .block(BlockKind.PROMO, "Original url: https://ads.example/x")));
    }

    @Test
    void noClaimStandsOnNothing() {
        List<Claim> claims =
                read(page().fact("link.canonical", "https://a.example/x").body(LONG));
        assertEquals(1, claims.size());
        assertTrue(claims.stream().allMatch(claim -> !claim.evidence().exact().isEmpty()));
    }

    @Test
    void linkToTheStoryElsewhereIsRecorded() {
        Claim claim = one(
                page().link(BlockKind.PARAGRAPH, LONG, "both sides", "https://elsewhere.example/2021/story"),
                Kind.HYPERLINK);
        assertEquals("both sides", claim.evidence().exact());
        assertEquals("https://elsewhere.example/2021/story", claim.targetUrl().orElseThrow());
    }

    @Test
    void endlessPageGivesBoundedClaims() {
        PageMaker page = page();
        for (int i = 0; i < 3000; i++) {
            page.block(BlockKind.SOURCE_LINE, "Source: Agency " + i + "\nOriginal url: https://x" + i + ".example/a");
        }
        assertTrue(read(page).size() <= 400);
        assertFalse(read(page).isEmpty());
    }

    private static PageMaker page() {
        return new PageMaker("https://news.example/2021/12/27/talks");
    }

    private static List<Claim> read(PageMaker page) {
        return ClaimReader.read(page.article(), RECORD);
    }

    private static Claim one(PageMaker page, Kind kind) {
        List<Claim> found =
                read(page).stream().filter(claim -> claim.kind() == kind).toList();
        assertEquals(1, found.size(), found.toString());
        return found.get(0);
    }
}
