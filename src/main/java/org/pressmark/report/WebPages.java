package org.pressmark.report;

import java.util.Map;

/** The pages of the web door as HTML texts in UTF-8, with one style sheet and one script for all of them. */
public final class WebPages {
    /** Where the pages expect the style sheet. */
    public static final String STYLE_PATH = "/assets/pressmark.css";

    /** Where they expect the script. */
    public static final String SCRIPT_PATH = "/assets/pressmark.js";

    private static final String STYLE = Templates.resource("pressmark.css")
            + Templates.resource("chain.css")
            + Templates.resource("extraction.css")
            + Templates.resource("apparatus.css");
    private static final String SHIM = Templates.resource("replay.js");
    private static final String SCRIPT = Templates.resource("pressmark.js");

    private static final String STYLE_MARK = mark(STYLE);
    private static final String SCRIPT_MARK = mark(SCRIPT);

    private WebPages() {}

    /** The style sheet's address, another one for each of its states, so that no browser keeps an old one. */
    public static String styleHref() {
        return STYLE_PATH + STYLE_MARK;
    }

    /** The script's address, made in the same way. */
    public static String scriptHref() {
        return SCRIPT_PATH + SCRIPT_MARK;
    }

    private static String mark(String text) {
        return "?v=" + Integer.toHexString(text.hashCode());
    }

    public static String home(HomePage page) {
        return Templates.render("web/home", Map.of("page", page));
    }

    public static String captures(CapturesPage page) {
        return Templates.render("web/captures", Map.of("page", page));
    }

    public static String comparison(ComparisonPage page) {
        return Templates.render("web/comparison", Map.of("page", page));
    }

    public static String site(SitePage page) {
        return Templates.render("web/site", Map.of("page", page));
    }

    public static String versions(VersionsPage page) {
        return Templates.render("web/versions", Map.of("page", page));
    }

    public static String apparatus(ApparatusPage page) {
        return Templates.render("web/apparatus", Map.of("page", page));
    }

    public static String chain(ChainPage page) {
        return Templates.render("web/chain", Map.of("page", page));
    }

    public static String frame(FramePage page) {
        return Templates.render("web/frame", Map.of("page", page));
    }

    public static String extraction(ExtractionPage page) {
        return Templates.render("web/extraction", Map.of("page", page));
    }

    public static String edits(EditsPage page) {
        return Templates.render("web/edits", Map.of("page", page));
    }

    public static String results(ResultsPage page) {
        return Templates.render("web/results", Map.of("page", page));
    }

    public static String sources(SourcesPage page) {
        return Templates.render("web/sources", Map.of("page", page));
    }

    public static String archive(ArchivePage page) {
        return Templates.render("web/archive", Map.of("page", page));
    }

    public static String waiting(WaitingPage page) {
        return Templates.render("web/waiting", Map.of("page", page));
    }

    public static String crawl(CrawlPage page) {
        return Templates.render("web/crawl", Map.of("page", page));
    }

    public static String message(MessagePage page) {
        return Templates.render("web/message", Map.of("page", page));
    }

    /** The script that stands between archived scripts and the network. */
    public static String shim() {
        return SHIM;
    }

    /** The style sheet's text. */
    public static String style() {
        return STYLE;
    }

    /** The script's text; every page reads without it. */
    public static String script() {
        return SCRIPT;
    }
}
