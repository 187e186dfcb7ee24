package org.pressmark.provenance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.markup.SourceText;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;
import org.pressmark.model.Place;

/** What invented feeds say of the pages that they name, and where they say it. */
final class FeedClaimsTest {
    private static final String FEED = "http://daily.example/feed";

    private static List<FeedClaims.Item> read(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        List<FeedClaims.Item> items =
                FeedClaims.read(SourceText.decode(bytes, Optional.empty()), FEED, "urn:uuid:feed");
        for (FeedClaims.Item item : items) {
            for (Claim claim : item.claims()) {
                Place place = claim.evidence().place();
                String cut =
                        new String(Arrays.copyOfRange(bytes, (int) place.startByte(), (int) place.endByte()), charset);
                assertEquals(claim.evidence().exact(), cut.strip(), "the bytes are the characters: " + claim);
                assertEquals("urn:uuid:feed", claim.evidence().recordId());
                assertFalse(place.selector().isEmpty(), claim.toString());
            }
        }
        return items;
    }

    private static List<FeedClaims.Item> read(String text) {
        return read(text, UTF_8);
    }

    private static List<String> said(FeedClaims.Item item) {
        return item.claims().stream()
                .map(claim -> claim.kind().word() + " " + claim.scope().name().toLowerCase(java.util.Locale.ROOT) + " "
                        + claim.value())
                .toList();
    }

    private static Claim claim(FeedClaims.Item item, Kind kind) {
        return item.claims().stream()
                .filter(claim -> claim.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rssSaysSourceBylineRightsPictureAndDate() {
        List<FeedClaims.Item> items = read("""
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
                <channel><title>The Daily</title><copyright>The Daily</copyright>
                <item><title>First</title><link>/politics/first</link>
                  <guid isPermaLink="true">http://elsewhere.example/first</guid>
                  <dc:creator><![CDATA[Zo\u00eb L\u00e9ger]]></dc:creator>
                  <source url="http://afp.example/rss">AFP</source>
                  <dc:rights>&#169; 2026 Reuters</dc:rights>
                  <media:group><media:credit>Getty</media:credit></media:group>
                  <pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate>
                </item>
                <item><link>http://daily.example/second</link><guid isPermaLink="false">http://x.example/no</guid></item>
                </channel></rss>""", ISO_8859_1);
        assertEquals(1, items.size(), "of the second nothing is said: " + items);
        FeedClaims.Item first = items.get(0);
        assertEquals("http://daily.example/politics/first", first.url());
        assertEquals(
                List.of(
                        "feed-item page http://daily.example/politics/first",
                        "rel-canonical page http://elsewhere.example/first",
                        "jsonld-author article Zo\u00eb L\u00e9ger",
                        "source-credit article AFP",
                        "copyright article Reuters",
                        "photo-credit image Getty",
                        "date-published article 2026-03-02T10:00+01:00"),
                said(first));
        assertEquals(
                "/rss[1]/channel[1]/item[1]/dc:creator[1]",
                claim(first, Kind.JSONLD_AUTHOR).evidence().place().selector());
        assertEquals("claim.feed.creator", claim(first, Kind.JSONLD_AUTHOR).rule());
        assertEquals(
                "&#169; 2026 Reuters", claim(first, Kind.COPYRIGHT).evidence().exact());
    }

    @Test
    void atomSaysViaCanonicalRelatedAndTheFeedThatAnEntryIsFrom() {
        List<FeedClaims.Item> items = read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>
                <entry><link rel="alternate" href="http://daily.example/a"/>
                <link rel="via" href="http://first.example/story?a=1&amp;b=2"/>
                <link rel="canonical" href="http://canon.example/a"/><link rel="related" href="http://other.example/r"/>
                <author><name>AFP</name></author>
                <source><title>The Moscow Times</title><link href="http://x.example/"/></source>
                <published>2026-03-02T10:00:00Z</published></entry></feed>""");
        assertEquals(
                List.of(
                        "feed-item page http://daily.example/a",
                        "original-source article http://first.example/story?a=1&b=2",
                        "rel-canonical page http://canon.example/a",
                        "hyperlink article http://other.example/r",
                        "byline article AFP",
                        "source-credit article The Moscow Times",
                        "date-published article 2026-03-02T10:00:00Z"),
                said(items.get(0)));
        Claim via = claim(items.get(0), Kind.ORIGINAL_SOURCE);
        assertEquals(Optional.of("http://first.example/story?a=1&b=2"), via.targetUrl());
        assertEquals("http://first.example/story?a=1&amp;b=2", via.evidence().exact());
        assertEquals("/feed[1]/entry[1]/link[2]/@href", via.evidence().place().selector());
    }

    @Test
    void newsMlSaysProviderSourceCreatorAndHolder() {
        List<FeedClaims.Item> items = read("""
                <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
                <newsItem guid="urn:newsml:daily:1" version="1">
                <rightsInfo><copyrightHolder literal="AFP"/><copyrightNotice>Copyright AFP</copyrightNotice></rightsInfo>
                <itemMeta><provider qcode="p:afp"><name>AFP</name></provider>
                  <firstCreated>2026-03-02T10:00:00Z</firstCreated>
                  <altId>http://daily.example/story</altId></itemMeta>
                <contentMeta><infoSource literal="Reuters"/><creator><name>Ann Writer</name></creator>
                  <creditline>AFP</creditline></contentMeta>
                <derivedFrom href="http://first.example/story"/>
                </newsItem></itemSet></newsMessage>""");
        assertEquals(1, items.size());
        assertEquals("http://daily.example/story", items.get(0).url());
        assertTrue(
                said(items.get(0))
                        .containsAll(List.of(
                                "copyright article AFP",
                                "jsonld-publisher article AFP",
                                "source-credit article Reuters",
                                "jsonld-author article Ann Writer",
                                "source-credit article AFP",
                                "original-source article http://first.example/story",
                                "date-published article 2026-03-02T10:00:00Z")),
                said(items.get(0)).toString());
    }

    @Test
    void ninjsSaysWhatItsFieldsSayAndPicturesAreApart() {
        List<FeedClaims.Item> items = read("""
                [{"uri":"http://daily.example/n","type":"text","versioncreated":"2026-03-02T11:00:00Z",
                  "byline":"By \\u0041FP","creditline":"AFP","copyrightholder":"Reuters",
                  "infosource":[{"name":"The Moscow Times"}],
                  "associations":{"main":{"uri":"http://daily.example/pic","creditline":"Getty"}}}]""");
        assertEquals(
                List.of(
                        "feed-item page http://daily.example/n",
                        "date-modified article 2026-03-02T11:00:00Z",
                        "byline article AFP",
                        "source-credit article AFP",
                        "copyright article Reuters",
                        "source-credit article The Moscow Times",
                        "hyperlink article http://daily.example/pic",
                        "photo-credit image Getty"),
                said(items.get(0)));
        Claim byline = claim(items.get(0), Kind.BYLINE);
        assertEquals("By \\u0041FP", byline.evidence().exact());
        assertEquals("/0/byline", byline.evidence().place().selector());
        assertEquals(
                "/0/associations/main/creditline",
                claim(items.get(0), Kind.PHOTO_CREDIT).evidence().place().selector());
    }

    @Test
    void aJsonFeedSaysAuthorAndWhereElse() {
        List<FeedClaims.Item> items = read("""
                {"version":"https://jsonfeed.org/version/1.1","title":"T","items":[
                {"id":"1","url":"http://daily.example/j","external_url":"http://first.example/j",
                 "authors":[{"name":"AFP"}]}]}""");
        assertEquals(
                List.of(
                        "feed-item page http://daily.example/j",
                        "original-source article http://first.example/j",
                        "byline article AFP"),
                said(items.get(0)));
        assertEquals(
                "/items/0/url", items.get(0).claims().get(0).evidence().place().selector());
    }

    @Test
    void whatIsNoFeedSaysNothing() {
        assertEquals(List.of(), read("<html><item><link>http://a.example/</link><author>AFP</author></item></html>"));
        assertEquals(List.of(), read("{\"url\":\"http://a.example/\",\"by\":\"AFP\"}"));
        assertEquals(List.of(), read("<urlset><url><loc>http://a.example/</loc></url></urlset>"));
        assertEquals(List.of(), read(""));
    }

    @Test
    void ownNamesAreOfThePageAndNoSourceOfTheText() {
        FeedClaims.Item item =
                read("<rss><item><link>http://daily.example/a</link><dc:publisher>Daily</dc:publisher></item></rss>")
                        .get(0);
        assertEquals(Scope.PAGE, claim(item, Kind.JSONLD_PUBLISHER).scope());
    }

    @Test
    void hostileXmlExpandsNothingAndEnds() {
        String bomb =
                "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                        + "<rss><item><link>http://daily.example/a</link><dc:creator>&b;&f;</dc:creator></item></rss>";
        Claim author = claim(read(bomb).get(0), Kind.JSONLD_AUTHOR);
        assertEquals("&b;&f;", author.value());
        String deep = "<rss>" + "<a>".repeat(100_000) + "<item><link>http://daily.example/a</link><author>AFP</author>";
        assertTrue(read(deep).size() <= 1);
        String wide =
                "<rss>" + "<item><link>http://daily.example/a</link><author>AFP</author>".repeat(20_000) + "</rss>";
        assertEquals(1_000, read(wide).size(), "unclosed items are items, and no more are read than a feed has");
        String names = "<rss><item><link>http://daily.example/a</link>" + ("<" + "n".repeat(10_000) + ">").repeat(50)
                + "<author>AFP</author>";
        assertTrue(read(names).size() <= 1);
        String nested = "{\"items\":" + "[".repeat(200_000);
        assertEquals(List.of(), read(nested));
    }
}
