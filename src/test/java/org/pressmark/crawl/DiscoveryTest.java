package org.pressmark.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.crawl.Discovery.Kind;
import org.pressmark.model.Sighting;
import org.pressmark.model.Sighting.How;
import org.pressmark.model.Sighting.Task;

class DiscoveryTest {
    private static final String BASE = "https://news.example/dir/feed";

    private static Discovery.Found read(String document, Task task) {
        return Discovery.read(document.getBytes(StandardCharsets.UTF_8), Optional.of("text/plain"), BASE, task);
    }

    private static List<String> urls(Discovery.Found found) {
        return found.sightings().stream().map(Sighting::url).toList();
    }

    private static Sighting only(String document) {
        Discovery.Found found = read(document, Task.FEED);
        assertEquals(1, found.sightings().size(), found.toString());
        return found.sightings().get(0);
    }

    @Test
    void readsRss2() {
        Sighting item = only("""
                <?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
                <title>The paper</title><link>https://news.example/</link><atom:link rel="self" href="/feed"/>
                <image><url>/logo.png</url><title>no</title><link>/no</link></image>
                <item><title><![CDATA[Bread & <b>games</b>]]></title><link>https://news.example/a?x=1&amp;y=2#top</link>
                <guid isPermaLink="false">tag:1</guid><pubDate>Mon, 27 Dec 2021 17:40:00 +0300</pubDate>
                <atom:updated>2021-12-27T15:00:00Z</atom:updated>
                <source url="https://other.example/"><title>Other</title></source></item></channel></rss>""");
        assertEquals("https://news.example/a?x=1&y=2", item.url());
        assertEquals(Optional.of("tag:1"), item.id());
        assertEquals(Optional.of("Bread & <b>games</b>"), item.title());
        assertEquals(Optional.of(Instant.parse("2021-12-27T14:40:00Z")), item.published());
        assertEquals(Optional.of(Instant.parse("2021-12-27T15:00:00Z")), item.modified());
        assertEquals(How.FEED, item.how());
        assertEquals(BASE, item.foundIn());
    }

    @Test
    void readsRss1AndItsOlderKin() {
        assertEquals("https://news.example/a", only("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="/"><link>/</link></channel>
                <item rdf:about="https://news.example/a"><title>A</title><dc:date>2021-12-27</dc:date></item></rdf:RDF>""").url());
        assertEquals(
                "https://news.example/b",
                only("<rss version=0.91><channel><item><title>B</title><link>/b</link></item></channel></rss>")
                        .url());
        assertEquals(
                "https://news.example/c",
                only("<rss><channel><item><guid>https://news.example/c</guid></item></channel></rss>")
                        .url());
    }

    @Test
    void readsAtom() {
        Sighting entry = only("""
                <feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><link href="/"/>
                <entry><id>urn:1</id><link rel="edit" href="/edit"/><link rel="alternate" href="../story"/>
                <link rel="enclosure" href="/a.mp3"/><title type="html">Caf&eacute; &amp;amp;</title>
                <published>2021-12-27T14:40:00+03:00</published><updated>2021-12-28T00:00:00.123Z</updated>
                <media:group><media:title>no</media:title><link href="/no"/></media:group></entry></feed>""");
        assertEquals("https://news.example/story", entry.url());
        assertEquals(Optional.of("Café &amp;"), entry.title());
        assertEquals(Optional.of(Instant.parse("2021-12-27T11:40:00Z")), entry.published());
        assertEquals(Optional.of(Instant.parse("2021-12-28T00:00:00Z")), entry.modified());
    }

    @Test
    void atomLinksStandOnTheirXmlBase() {
        assertEquals(
                List.of(
                        "https://cdn.example/2024/a",
                        "https://cdn.example/2024/sub/b",
                        "https://cdn.example/c",
                        "https://other.example/d"),
                urls(read("""
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://cdn.example/2024/"><entry><link href="a"/></entry>
                        <entry xml:base="sub/"><link href="b"/></entry><entry xml:base="javascript:x"><link href="/c"/></entry>
                        <entry xml:base="sub/"><link xml:base="//other.example/" href="d"/></entry></feed>""", Task.FEED)));
    }

    @Test
    void takesTheAddressBehindATracker() {
        assertEquals("https://paper.example/story", only("""
                <rss xmlns:feedburner="f"><channel><item><link>https://tracker.example/~r/1</link>
                <feedburner:origLink>https://paper.example/story</feedburner:origLink></item></channel></rss>""").url());
    }

    @Test
    void markUpThatShouldHaveBeenEscapedHidesNoLink() {
        assertEquals(List.of("https://news.example/a", "https://news.example/b"), urls(read("""
                <rss><channel><item><description>One <br> two <p>three <img src=x></description><link>/a</link></item>
                <item><title>A <b>bold one</title></i></p><link>/b</link></item></channel></rss>""", Task.FEED)));
    }

    @Test
    void readsJsonFeed() {
        Sighting item = only("""
                {"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"7","url":"/j",
                "title":"J","date_published":"2021-12-27T14:40:00Z","date_modified":"2021-12-28T14:40:00Z"},{"id":"8"}]}""");
        assertEquals("https://news.example/j", item.url());
        assertEquals(Optional.of("7"), item.id());
        assertEquals(Optional.of(Instant.parse("2021-12-28T14:40:00Z")), item.modified());
    }

    @Test
    void readsBrokenFeeds() {
        assertEquals(List.of("https://news.example/a?b=1&c=2", "https://news.example/b"), urls(read("""


                junk <?xml version="1.0"?><rss><channel><item><title>A & B &nbsp; < C</title>
                <link>/a?b=1&c=2</link><item><link> /b
                </link></item>""", Task.FEED)));
        assertEquals(List.of(), urls(read("<rss><channel><item><title>cut in the mid", Task.FEED)));
    }

    @Test
    void expandsNothingThatADocumentDefines() {
        Sighting item = only("""
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&b;&f;</title><link>/x</link></item>
                </channel></rss>""");
        assertEquals(Optional.of("&b;&f;"), item.title());
    }

    @Test
    void readsSitemapsNewsAndIndexes() {
        Discovery.Found news = read("""
                <?xml version="1.0"?><urlset xmlns:news="n" xmlns:image="i"><url><loc>
                https://news.example/a</loc><image:image><image:loc>https://img.example/1.jpg</image:loc>
                <image:title>picture</image:title></image:image><lastmod>2021-12-28</lastmod><news:news>
                <news:publication><news:name>P</news:name></news:publication>
                <news:publication_date>2021-12-27T14:40:00Z</news:publication_date><news:title>T</news:title></news:news>
                </url><url><loc>mailto:x</loc></url></urlset>""", Task.SITEMAP);
        assertEquals(Kind.SITEMAP, news.kind());
        assertEquals(
                List.of(new Sighting(
                        "https://news.example/a",
                        Task.PAGE,
                        How.SITEMAP,
                        BASE,
                        Optional.empty(),
                        Optional.of("T"),
                        Optional.of(Instant.parse("2021-12-27T14:40:00Z")),
                        Optional.of(Instant.parse("2021-12-28T00:00:00Z")))),
                news.sightings());
        Sighting part = read("<sitemapindex><sitemap><loc>/s.xml.gz</loc></sitemap></sitemapindex>", Task.SITEMAP)
                .sightings()
                .get(0);
        assertEquals(Task.SITEMAP, part.task());
        assertEquals(
                List.of("http://a.example/1", "http://a.example/2"),
                urls(read("http://a.example/1\r\n\nhttp://a.example/2\nnot one", Task.SITEMAP)));
    }

    @Test
    void readsAPackedSitemapAndCutsABomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("<urlset><url><loc>/a</loc></url>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(blanks);
            }
        }
        Discovery.Found found = Discovery.read(packed.toByteArray(), Optional.empty(), BASE, Task.SITEMAP);
        assertEquals(List.of("https://news.example/a"), urls(found));
    }

    @Test
    void readsTheSitemapsOfARobotsTxt() {
        Discovery.Found found = Discovery.read(
                "User-agent: *\nSITEMAP:  /s.xml \nDisallow: /\nsitemap: https://cdn.example/n.xml"
                        .getBytes(StandardCharsets.UTF_8),
                Optional.of("text/plain"),
                "https://news.example/robots.txt",
                Task.SITEMAP);
        assertEquals(List.of("https://news.example/s.xml", "https://cdn.example/n.xml"), urls(found));
        assertEquals(Task.SITEMAP, found.sightings().get(0).task());
    }

    @Test
    void findsTheArticlesOfASectionPage() {
        Discovery.Found found = read("""
                <html><head><link rel=canonical href=/world></head><body>
                <nav><a href="/sport">Sport</a><a href="/an-old-story-in-the-menu">Menu</a></nav>
                <article><a href="/pic-story-1"><img src=1.jpg></a><h3><a href="/pic-story-1">The headline of a story</a></h3></article>
                <a href="/2021/12/27/ministers-meet-again-in-vienna.html">Ministers</a>
                <a href="/world/zug-entgleist-bei-linz-12345678"><span>Zug entgleist</span></a>
                <a href="/about">About us</a><a href="https://news.example/">Home</a><a href="/photo-of-the-day-2021-12-27.jpg">P</a>
                <h2><a href="/world/">More from the world of news today</a></h2>
                <footer><a href="/terms-and-conditions-of-use">Terms and conditions of the use of this site</a></footer>""", Task.SECTION);
        assertEquals(
                List.of(
                        "https://news.example/pic-story-1",
                        "https://news.example/2021/12/27/ministers-meet-again-in-vienna.html",
                        "https://news.example/world/zug-entgleist-bei-linz-12345678",
                        "https://news.example/world/"),
                urls(found));
        assertEquals(
                Optional.of("The headline of a story"), found.sightings().get(0).title());
    }

    @Test
    void whereAPageSendsItsReaderByItselfIsALink() {
        assertEquals(
                List.of("https://news.example/moved"),
                urls(read(
                        "<html><meta http-equiv=Refresh content=\"0; URL='/moved'\"><title>Moved</title></html>",
                        Task.PAGE)));
    }

    @Test
    void findsEveryLinkFeedAndCanonicalAddressOfAPage() {
        Discovery.Found found = read("""
                <html><base href="https://news.example/x/"><link rel="alternate" type="application/rss+xml" href="/rss">
                <link rel="Canonical" href="/own"><a href="a#f">1</a><a href=a>2</a><area href=b><a href="mailto:x">m</a>
                <a href="javascript:x()">j</a><a href="#top">t</a>
                <script type="application/ld+json">{"@context":"https://schema.org/","url":"/ld"}</script>""", Task.PAGE);
        assertEquals(
                List.of(
                        "https://news.example/rss",
                        "https://news.example/own",
                        "https://news.example/x/a",
                        "https://news.example/x/b"),
                urls(found));
        assertEquals(
                List.of(Task.FEED, Task.PAGE, Task.PAGE, Task.PAGE),
                found.sightings().stream().map(Sighting::task).toList());
        assertEquals(How.CANONICAL, found.sightings().get(1).how());
    }

    @Test
    void isBoundedOnHostileInput() {
        String deep = "<a href=x>".repeat(200_000);
        String feed = "<rss>" + "<item><title>".repeat(200_000);
        String open = "<a href=x><" + "<".repeat(400_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertTrue(urls(read("<html>" + deep, Task.PAGE)).size() <= 10_000);
            assertTrue(urls(read(feed, Task.FEED)).size() <= 5_000);
            assertTrue(urls(read("<html>" + open + "</a>", Task.SECTION)).size() <= 1);
            assertTrue(
                    urls(read("<rss>" + "<![CDATA[".repeat(200_000), Task.FEED)).isEmpty());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 27 Dec 2021 17:40:00 GMT | 2021-12-27T17:40:00Z",
                "27 Dec 21 17:40 EST | 2021-12-27T22:40:00Z",
                "Mon, 27 Dec 2021 17:40:00 -0730 | 2021-12-28T01:10:00Z",
                "Mon, 27 December 2021 17:40:00 UTC+01:00 | 2021-12-27T16:40:00Z",
                "2021-12-27 | 2021-12-27T00:00:00Z",
                "2021-12 | 2021-12-01T00:00:00Z",
                "2021-12-27T17:40Z | 2021-12-27T17:40:00Z",
                "2021-12-27 17:40:59,5+0100 | 2021-12-27T16:40:59Z",
                "2021-12-27T17:40:60Z | 2021-12-27T17:40:59Z"
            })
    void readsDatesAsFeedsWriteThem(String text, String expected) {
        assertEquals(Optional.of(Instant.parse(expected)), StatedTime.read(text));
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2021-13-40", "31 Foo 2021 10:00", "2021-12-27T25:00:00Z", "+1"})
    void takesNoDateFromWhatIsNone(String text) {
        assertEquals(Optional.empty(), StatedTime.read(text));
    }
}
