package org.pressmark.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Documents that were made to hurt an extractor: each is small to write down and costly to read carelessly. */
public final class Traps {
    /** An innocent sentence. */
    public static final String SENTENCE =
            "The minister said on Monday that the talks would go on until an agreement was found. ";

    /** Characters of the largest. */
    private static final int HUGE = 50_000_000;

    private static final int MILLION = 1_000_000;

    /**
     * A document, made anew each time it is asked for.
     *
     * @param type its media type with charset, as a server would send it; empty where none is sent
     */
    public record Trap(String name, Optional<String> type, Supplier<byte[]> bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Traps() {}

    /** All of them. */
    public static List<Trap> all() {
        return List.of(
                        nesting(),
                        unclosed(),
                        attributes(),
                        characters(),
                        jsonLd(),
                        many(),
                        long_(),
                        words(),
                        comments(),
                        encodings(),
                        plain())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Trap> nesting() {
        return List.of(
                html("100k nested divs", () -> "<div>".repeat(100_000) + SENTENCE),
                html("100k nested divs, closed", () -> "<div>".repeat(100_000) + SENTENCE + "</div>".repeat(100_000)),
                html("100k nested spans with text", () -> ("<span>" + SENTENCE).repeat(100_000)),
                html("100k nested formatting", () -> "<b><i><a>".repeat(34_000) + SENTENCE),
                html("formatting across paragraphs", () -> "<b><i><em><strong><font><p>".repeat(30_000) + SENTENCE),
                html("links across tables", () -> "<a><table><a>".repeat(30_000) + SENTENCE),
                html("100k nested lists", () -> "<ul><li>".repeat(100_000) + SENTENCE),
                html("100k nested quotations", () -> "<blockquote>".repeat(100_000) + SENTENCE),
                html("100k nested quotations with text", () -> ("<blockquote>" + SENTENCE).repeat(100_000)),
                html("100k nested tables", () -> "<table>".repeat(100_000) + SENTENCE),
                html("100k nested cells", () -> "<table><tr><td>".repeat(40_000) + SENTENCE),
                html("100k nested figures", () -> "<figure><figcaption>".repeat(50_000) + SENTENCE),
                html("100k nested articles", () -> "<article><h1>x</h1>".repeat(60_000) + SENTENCE),
                html("100k nested templates", () -> "<template>".repeat(100_000) + SENTENCE),
                html("100k nested svg", () -> "<svg><foreignObject>".repeat(50_000) + SENTENCE),
                html("100k nested select", () -> "<select><option>".repeat(50_000) + SENTENCE),
                html("100k nested buttons and forms", () -> "<form><button>".repeat(50_000) + SENTENCE),
                html("100k nested rubies", () -> "<ruby><rt>".repeat(50_000) + SENTENCE),
                html("100k nested objects", () -> "<object><p>".repeat(50_000) + SENTENCE));
    }

    private static List<Trap> unclosed() {
        return List.of(
                html("1M <p>", () -> "<p>".repeat(MILLION) + SENTENCE),
                html("1M <b>", () -> "<b>".repeat(MILLION) + SENTENCE),
                html("1M <b>, each its own", () -> each(200_000, i -> "<b class=c" + i + ">x")),
                html("1M <p><b>", () -> "<p><b>x".repeat(MILLION)),
                html("1M <nobr>", () -> "<nobr>x".repeat(MILLION)),
                html("1M <a>", () -> "<a href=/x>x".repeat(MILLION)),
                html("1M <table>", () -> "<table>x".repeat(MILLION)),
                html("1M <select>", () -> "<select>x".repeat(MILLION)),
                html("1M <svg>", () -> "<svg>x".repeat(MILLION)),
                html("1M <math>", () -> "<math><mi>x".repeat(MILLION)),
                html("1M <template>", () -> "<template>x".repeat(MILLION)),
                html("1M </p>", () -> "</p>".repeat(MILLION) + SENTENCE),
                html("1M </b> under 400 open", () -> "<b><p>".repeat(400) + "</b>".repeat(MILLION)),
                html("1M </div> without begin", () -> "<div>".repeat(500) + "</span>".repeat(MILLION)),
                html("text fostered out of a table", () -> "<table><tr>" + "<b>x<td>".repeat(100_000)),
                html("500k <", () -> "<".repeat(500_000)),
                html("10M <", () -> "<".repeat(10 * MILLION)),
                html("unclosed comments", () -> "<!--".repeat(MILLION)),
                html("unclosed CDATA", () -> "<svg><![CDATA[".repeat(200_000)),
                html("unclosed scripts", () -> "<script><!--<script>".repeat(200_000)),
                html("unclosed titles", () -> "<title>x".repeat(200_000)),
                html("unclosed attribute", () -> "<a href=\"" + "<p>x</p>".repeat(MILLION)),
                html("million body tags", () -> each(300_000, i -> "<body a" + i + "=b>")),
                html("million html tags", () -> each(300_000, i -> "<html a" + i + "=b>")));
    }

    private static List<Trap> attributes() {
        return List.of(
                html("1M attributes of one name", () -> "<p " + "a=b ".repeat(MILLION) + ">" + SENTENCE),
                html("1M attributes on one tag", () -> "<p " + each(MILLION, i -> "a" + i + "=b ") + ">" + SENTENCE),
                html(
                        "1M attributes on many tags",
                        () -> ("<p " + each(50, i -> "a" + i + "=b ") + ">x").repeat(20_000)),
                html("1M attributes without values", () -> "<p " + each(MILLION, i -> "a" + i + " ") + ">" + SENTENCE),
                html("attribute of 50 MB", () -> "<p title='" + "x ".repeat(HUGE / 2) + "'>" + SENTENCE),
                html("attribute name of 5 MB", () -> "<p " + "x".repeat(5 * MILLION) + "=y>" + SENTENCE),
                html("class of 3 MB", () -> "<p class='" + "share-".repeat(500_000) + "'>" + SENTENCE),
                html("a new class on each of 50k", () -> each(50_000, i -> "<p class='a" + i + " b" + i + "-c_dE'>x")),
                html("long classes on many", () -> each(8_000, i -> "<p class='" + i + " a-b".repeat(140) + "'>x")),
                html("style of 3 KB on many", () -> ("<p style='" + "a:b; ".repeat(600) + "'>x").repeat(1_500)),
                html("huge srcset", () -> "<img src='' srcset='" + "/a.jpg 1x, ".repeat(400_000) + "'>" + SENTENCE),
                html(
                        "huge datetime",
                        () -> "<time datetime='" + "2020-01-01T".repeat(300_000) + "'>x</time>" + SENTENCE),
                html("huge tag name", () -> "<" + "x".repeat(4 * MILLION) + ">" + SENTENCE),
                html("huge addresses", () -> ("<a href='/" + "../a".repeat(10_000) + "'>x</a>").repeat(100)),
                html(
                        "huge base",
                        () -> "<base href='http://a/" + "a/".repeat(400_000) + "'>"
                                + "<a href=x>x</a>".repeat(20_000)));
    }

    private static List<Trap> characters() {
        return List.of(
                html("broken entities", () -> "<p>" + "&amp".repeat(MILLION)),
                html("entities without end", () -> "<p>" + "&".repeat(2 * MILLION)),
                html(
                        "long entity names",
                        () -> "<p>" + ("&" + "CounterClockwiseContourIntegralx".repeat(40)).repeat(3_000)),
                html("number too large", () -> "<p>&#" + "9".repeat(2 * MILLION) + ";"),
                html("astral references", () -> "<p>" + "&#x1F600;".repeat(300_000)),
                html("1M nulls", () -> "<p>" + "\0".repeat(MILLION) + SENTENCE),
                html("nulls between letters", () -> "<p>" + "a\0 ".repeat(MILLION) + SENTENCE),
                html("nulls in tags", () -> "<p\0>\0<b\0 \0=\0>x".repeat(50_000)),
                html("lone surrogates", () -> "<p>" + "\ud800&#xDC00;".repeat(200_000)),
                html("zero-width", () -> "<p>" + "\u200b\u00ad".repeat(MILLION) + SENTENCE),
                html("combining marks", () -> "<p>By a" + "\u0301".repeat(2 * MILLION)),
                html("right-to-left overrides", () -> "<p>" + "\u202e\u2066".repeat(MILLION) + SENTENCE),
                html("sharp s and dotted I", () -> "<h1>" + "ßİ".repeat(MILLION) + "</h1><p>" + SENTENCE));
    }

    private static List<Trap> jsonLd() {
        return List.of(
                ld("100k deep lists", () -> "[".repeat(100_000)),
                ld("100k deep things", () -> "{\"@graph\":".repeat(100_000)),
                ld("deep authors", () -> "{\"@type\":\"NewsArticle\",\"author\":".repeat(100_000)),
                ld(
                        "10 MB string",
                        () -> "{\"@type\":\"NewsArticle\",\"articleBody\":\"" + SENTENCE.repeat(120_000) + "\"}"),
                ld(
                        "10 MB of escapes",
                        () -> "{\"@type\":\"NewsArticle\",\"headline\":\"" + "\\u0041".repeat(1_700_000) + "\"}"),
                ld("1M keys", () -> "{\"@type\":\"NewsArticle\"" + each(MILLION, i -> ",\"k" + i + "\":1") + "}"),
                ld(
                        "1M authors",
                        () -> "{\"@type\":\"NewsArticle\",\"author\":[" + "{\"name\":\"A B\"},".repeat(MILLION) + "]}"),
                ld(
                        "1M authors in one",
                        () -> "{\"@type\":\"NewsArticle\",\"author\":\"" + "A B, ".repeat(500_000) + "\"}"),
                ld(
                        "1M dates",
                        () -> "{\"@type\":\"NewsArticle\",\"datePublished\":[" + "\"1 x 1\",".repeat(MILLION) + "]}"),
                ld("1M types", () -> "{\"@type\":[" + "\"Thing\",".repeat(MILLION) + "\"NewsArticle\"]}"),
                ld("10 MB number", () -> "{\"@type\":\"NewsArticle\",\"headline\":" + "1".repeat(10 * MILLION) + "}"),
                ld("10 MB of spaces", () -> " ".repeat(10 * MILLION) + "{\"@type\":\"NewsArticle\"}"),
                ld("10 MB of comments", () -> "/*x*/".repeat(2 * MILLION) + "{\"@type\":\"NewsArticle\"}"),
                ld("colliding keys", () -> "{" + each(65_536, Traps::collision) + "\"a\":1}"),
                ld(
                        "references that hold each other",
                        () -> "{\"@graph\":["
                                + each(
                                        20_000,
                                        i -> "{\"@id\":\"" + i + "\",\"@type\":\"NewsArticle\",\"author\":{\"@id\":\""
                                                + (i + 1) + "\"},\"mainEntity\":{\"@id\":\"" + (i - 1) + "\"}},")
                                + "]}"),
                html(
                        "the same graph 2,000 times",
                        () -> ("<script type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\","
                                                + "\"headline\":\"x y\",\"author\":{\"name\":\"A B\"}}]}</script>")
                                        .repeat(2_000)
                                + SENTENCE),
                html(
                        "100k empty scripts",
                        () -> "<script type=application/ld+json></script>".repeat(100_000) + SENTENCE),
                html(
                        "60 graphs of 50 KB",
                        () -> ("<script type=application/ld+json>["
                                                + "{\"@type\":\"NewsArticle\",\"headline\":\"x y\"},".repeat(1_000)
                                                + "]</script>")
                                        .repeat(60)
                                + SENTENCE));
    }

    /** Eight letters of bits, each pair with the same hash. */
    private static String collision(int number) {
        StringBuilder out = new StringBuilder("\"");
        for (int bit = 0; bit < 16; bit++) {
            out.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return out.append("\":1,").toString();
    }

    private static List<Trap> many() {
        return List.of(
                html("1M tiny elements", () -> "<i>x</i>".repeat(MILLION)),
                html("1M tiny blocks", () -> "<p>x</p>".repeat(MILLION)),
                html("1M closed links", () -> "<a href=/x>read more</a> ".repeat(MILLION)),
                html("100k paragraphs", () -> ("<p>" + SENTENCE + "</p>").repeat(100_000)),
                html("100k different paragraphs", () -> each(100_000, i -> "<p>" + i + " " + SENTENCE)),
                html("1M line breaks", () -> "<br>".repeat(MILLION)),
                html("lines parted by breaks", () -> "some words and more<br>".repeat(200_000)),
                html("200k pictures", () -> "<img src=x>".repeat(200_000)),
                html("100k <meta>", () -> "<meta property=og:title content='a b'>".repeat(100_000)),
                html("100k different <meta>", () -> each(100_000, i -> "<meta name=author content='A B" + i + "'>")),
                html("100k <link>", () -> "<link rel='canonical author alternate' hreflang=x href=/x>".repeat(100_000)),
                html("100k times", () -> "<time datetime='2020-01-01'>1 January 2020</time>".repeat(50_000)),
                html("100k broken times", () -> "<time datetime='Mon, 99 Xan 9999'>x</time>".repeat(60_000)),
                html(
                        "100k authors",
                        () -> "<a rel=author href=/author/x class='author byline'>Jane Roe</a>".repeat(60_000)),
                html("100k bylines", () -> "<p class=byline>By Jane Roe</p>".repeat(60_000)),
                html("100k headings", () -> "<h1>Some heading of it</h1>".repeat(60_000)),
                html("100k items", () -> "<ul>" + "<li>some words of an item".repeat(100_000)),
                html("50k lists", () -> "<ul><li><a href=/x>some words</a></ul>".repeat(50_000)),
                html("60k rows", () -> "<table>" + "<tr><td>a<td>b".repeat(60_000) + "</table>"),
                html("50k tables", () -> "<table><tr><td>some<td>cells<tr><td>of a<td>table</table>".repeat(20_000)),
                html(
                        "50k credits in a caption",
                        () -> "<figure><figcaption>" + "<span class=credit>x </span>".repeat(50_000)),
                html(
                        "50k captions",
                        () -> "<figure><img src=x><figcaption>Words (Photo: AFP)</figcaption></figure>".repeat(40_000)),
                html("50k marked items", () -> "<span itemprop='author name headline'>Jane Roe</span>".repeat(60_000)),
                html("60k ids", () -> each(60_000, i -> "<p id=a" + i + ">some words of it")),
                html("60k of one id", () -> "<p id=a>some words of it".repeat(60_000)),
                html("60k cards", () -> "<div><h3><a href=/x>read this other story</a></h3></div>".repeat(30_000)),
                html(
                        "60k embeds",
                        () -> "<blockquote class=twitter-tweet>words of a tweet</blockquote>".repeat(40_000)));
    }

    private static List<Trap> long_() {
        return List.of(
                html("50 MB page", () -> "<h1>Talks go on</h1>" + ("<p>" + SENTENCE + "</p>\n").repeat(HUGE / 90)),
                html("50 MB text node", () -> "<p>" + SENTENCE.repeat(HUGE / SENTENCE.length())),
                html("50 MB of one word", () -> "<p>" + "x".repeat(HUGE)),
                html("50 MB of spaces", () -> "<p>" + " ".repeat(HUGE) + SENTENCE),
                html("50 MB without a tag", () -> "x y ".repeat(HUGE / 4)),
                html("5 MB comment", () -> "<!--" + "x-".repeat(5 * MILLION / 2) + "--><p>" + SENTENCE),
                html("5 MB script", () -> "<script>" + "if(a<b)c;".repeat(500_000) + "</script><p>" + SENTENCE),
                html("5 MB preformatted", () -> "<pre>" + "a line of it\n".repeat(380_000)),
                html("word of 1M letters", () -> "<p>" + SENTENCE + "x".repeat(MILLION) + " " + SENTENCE));
    }

    /** Text that regular expressions and word lists stumble over, in the places where they look. */
    private static List<Trap> words() {
        return List.of(
                html("heading of 1M words", () -> "<h1>" + "x ".repeat(MILLION) + "</h1><p>" + SENTENCE),
                html(
                        "title of 1M words",
                        () -> "<title>" + "a - b | ".repeat(250_000) + "</title><h1>a</h1><p>" + SENTENCE),
                html(
                        "title of separators",
                        () -> "<title>" + " - ".repeat(500_000) + "</title><h1>a</h1><p>" + SENTENCE),
                html(
                        "title and site of separators",
                        () -> "<meta property=og:site_name content=x><title>" + "x | ".repeat(300_000) + "</title><p>"
                                + SENTENCE),
                html(
                        "heading of many endings",
                        () -> "<title>aa bb cc dd ee</title><h1>" + "z ".repeat(20_000) + "aa bb cc dd ee</h1><p>"
                                + SENTENCE),
                html("byline of 300k names", () -> "<p>By " + "a, ".repeat(300_000) + "</p>"),
                html("byline of brackets", () -> "<p class=byline>By J" + "(a)".repeat(100_000) + "</p>"),
                html("author of brackets", () -> "<meta name=author content='Jane " + "(a)".repeat(100_000) + "'>"),
                html("author of colons", () -> "<meta name=author content='by" + ":".repeat(300_000) + "x'>"),
                html("author of dashes", () -> "<meta name=author content='Jane" + "-".repeat(300_000) + "x'>"),
                html(
                        "author of spaces",
                        () -> "<a class=author rel=author>Jane" + "\u00a0- ".repeat(300_000) + "x</a>"),
                html("300k dates", () -> "<p>" + "1.1.".repeat(300_000) + "</p>"),
                html("date of digits", () -> "<p class=date>" + "1".repeat(MILLION) + "</p>"),
                html(
                        "brackets round an agency",
                        () -> "<p>" + "(".repeat(300_000) + "AFP" + ")".repeat(300_000) + "</p>"),
                html("end marks", () -> ("<p>" + SENTENCE + "(" + "dpa/".repeat(10) + ")</p>").repeat(20_000)),
                html("datelines", () -> ("<p>" + "PARIS, ".repeat(9) + "(AFP) -</p>").repeat(30_000)),
                html("caption of bars", () -> "<figure><figcaption>" + " | (© ".repeat(200_000)),
                html("rel of spaces", () -> "<link href=x rel='" + "a ".repeat(500_000) + "'>" + SENTENCE),
                html("itemprop of spaces", () -> "<b itemprop='" + "author ".repeat(5_000) + "'>x</b>" + SENTENCE),
                html(
                        "nested itemprops",
                        () -> ("<div itemprop=author>" + SENTENCE).repeat(500) + "<p itemprop=name>x".repeat(1_500)),
                html(
                        "nested names",
                        () -> ("<div class='comment-text author byline'>" + SENTENCE).repeat(500)
                                + ("<p>" + SENTENCE).repeat(20_000)),
                html(
                        "deep and wide",
                        () -> "<div class='a-b c-d'>".repeat(500) + ("<p class=x>" + SENTENCE).repeat(30_000)));
    }

    private static List<Trap> comments() {
        String one = "<div class='comment' id='comment-%'><b class=fn>A</b><p>words of a comment</p></div>";
        return List.of(
                html("20k comments", () -> one.repeat(20_000)),
                html("40k numbered comments", () -> each(40_000, i -> one.replace("%", Integer.toString(i)))),
                html(
                        "100k deep thread",
                        () -> "<li class=comment id=comment-1>x y <ol class=children>".repeat(100_000)),
                html(
                        "thread by classes",
                        () -> each(20_000, i -> "<div class='comment depth-" + i % 10 + "'>words of a comment</div>")),
                html(
                        "thread by links",
                        () -> each(
                                3_000,
                                i -> "<div class=comment id=comment-" + (i + 1) + "><a href=#comment-" + i
                                        + ">in reply to</a> words of a comment</div>")),
                html(
                        "thread by attributes",
                        () -> each(
                                20_000,
                                i -> "<div class=comment id=comment-" + (i + 1) + " data-parent=" + i
                                        + ">words of a comment</div>")),
                html(
                        "ring of replies",
                        () -> each(
                                20_000,
                                i -> "<div class=comment id=comment-" + i + " data-parent=" + (i + 1) % 20_000
                                        + ">words of a comment</div>")),
                html("items of a list of comments", () -> "<ul class=comments>" + "<li>words of one".repeat(60_000)),
                html("siblings of one class", () -> "<div class='x-comment y'>words of one</div>".repeat(40_000)),
                html(
                        "comments with 1M digits",
                        () -> "<div class=comment id=comment-" + "1".repeat(MILLION) + ">words of a comment</div>"),
                html("replies in lists", () -> "<ul class=children><li class=comment>x y</ul>".repeat(40_000)),
                html(
                        "comments of many parts",
                        () -> ("<div class=comment>" + "<b class=author>x</b><i class=date>y</i>".repeat(30) + "</div>")
                                .repeat(2_000)),
                html(
                        "one comment of 100k parts",
                        () -> "<div class=comment>" + "<b class=author>x</b><i class=date>1 May</i>".repeat(50_000)),
                html(
                        "parts named for comments",
                        () -> "<div class=comments>words".repeat(400) + "<p class=comments>words".repeat(60_000)));
    }

    private static List<Trap> encodings() {
        String text = "<html><body><h1>Talks</h1><p>" + SENTENCE.repeat(20);
        return List.of(
                bytes(
                        "UTF-16, half a character missing",
                        "text/html; charset=utf-16",
                        () -> odd(text, StandardCharsets.UTF_16)),
                bytes(
                        "UTF-32, a byte missing",
                        "text/html; charset=utf-32",
                        () -> odd(text, Charset.forName("UTF-32"))),
                bytes(
                        "UTF-16 said, UTF-8 sent",
                        "text/html; charset=utf-16",
                        () -> text.getBytes(StandardCharsets.UTF_8)),
                bytes("10 MB of bad UTF-8", "text/html; charset=utf-8", () -> fill(10 * MILLION, 0xC3, 0x28)),
                bytes("10 MB of cut sequences", "text/html", () -> fill(10 * MILLION, 0xF0, 0x9F)),
                bytes("10 MB of escapes", "text/html; charset=iso-2022-jp", () -> fill(10 * MILLION, 0x1B, 0x24)),
                bytes(
                        "10 MB of shifts and text",
                        "text/html; charset=iso-2022-jp",
                        () -> fill(10 * MILLION, 0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42, 'x', ' ')),
                bytes(
                        "10 MB GB18030",
                        "text/html; charset=gb18030",
                        () -> fill(10 * MILLION, 0x81, 0x30, 0x81, 0x30, '<', 'p', '>')),
                bytes(
                        "Shift_JIS said twice",
                        "text/html",
                        () -> ("<meta charset=shift_jis><meta charset=utf-8>".repeat(1_000) + text)
                                .getBytes(StandardCharsets.UTF_8)),
                bytes(
                        "UTF-7",
                        "text/html; charset=utf-7",
                        () -> "+ADw-p+AD4-".repeat(100_000).getBytes(StandardCharsets.US_ASCII)),
                bytes(
                        "unknown charset",
                        "text/html; charset=" + "x".repeat(100_000),
                        () -> text.getBytes(StandardCharsets.UTF_8)),
                bytes("50 MB of nulls", "", () -> new byte[HUGE]),
                bytes("every byte", "", () -> fill(2 * MILLION, 0, 255, 254, 60, 128, 62, 27, 38, 35)));
    }

    private static List<Trap> plain() {
        return List.of(
                text("50 MB of lines", () -> (SENTENCE + "\n").repeat(HUGE / 90)),
                text("50 MB of empty lines", () -> "\n".repeat(HUGE)),
                text("50 MB line", () -> "x ".repeat(HUGE / 2)),
                text("100k paragraphs of text", () -> (SENTENCE + "\n\n").repeat(100_000)),
                text(
                        "numbered comments",
                        () -> SENTENCE + "\n\nComments\n\n" + each(100_000, i -> i + ". A says\nwords\n\n")),
                text(
                        "numbered lines, no comments",
                        () -> SENTENCE + "\n\nComments\n\n" + each(100_000, i -> i + ". words\n\n")),
                text("indented replies", () -> SENTENCE + "\n\n" + each(3_000, i -> " ".repeat(i) + "1. A says\n")),
                text("originals without address", () -> "Original URL:\n\n\n".repeat(100_000)),
                markdown("open brackets", () -> "[".repeat(300_000)),
                markdown("open brackets, one end", () -> "[".repeat(300_000) + "](x)"),
                markdown("closing brackets", () -> "[a" + "](".repeat(300_000)),
                markdown("open angles", () -> "<https://".repeat(200_000)),
                markdown("angles before one end", () -> "<a ".repeat(200_000) + ">"),
                markdown("stars", () -> "**a*".repeat(300_000)),
                markdown("underscores", () -> "_".repeat(MILLION)),
                markdown("pictures", () -> "![](".repeat(300_000) + ")"),
                markdown("quotation marks", () -> "> ".repeat(300_000)),
                markdown("hashes", () -> "#".repeat(MILLION)),
                markdown("bars", () -> "|".repeat(100_000) + "\n" + "|-".repeat(100_000)));
    }

    private static Trap html(String name, Supplier<String> text) {
        return bytes(name, "text/html; charset=utf-8", () -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    private static Trap ld(String name, Supplier<String> text) {
        return html(
                "JSON-LD: " + name,
                () -> "<script type=application/ld+json>" + text.get() + "</script><h1>Talks</h1><p>"
                        + SENTENCE.repeat(5));
    }

    private static Trap text(String name, Supplier<String> text) {
        return bytes(
                "text: " + name, "text/plain; charset=utf-8", () -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    private static Trap markdown(String name, Supplier<String> text) {
        return bytes(
                "Markdown: " + name,
                "text/markdown; charset=utf-8",
                () -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    private static Trap bytes(String name, String type, Supplier<byte[]> bytes) {
        return new Trap(name, Optional.of(type).filter(label -> !label.isEmpty()), bytes);
    }

    private static String each(int count, IntFunction<String> part) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(part.apply(i));
        }
        return out.toString();
    }

    private static byte[] odd(String text, Charset charset) {
        byte[] whole = text.getBytes(charset);
        return ByteBuffer.allocate(whole.length - 1)
                .put(whole, 0, whole.length - 1)
                .array();
    }

    private static byte[] fill(int size, int... pattern) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        for (int i = 0; i < size; i++) {
            out.write(pattern[i % pattern.length]);
        }
        return out.toByteArray();
    }
}
