package org.pressmark.replay;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.StrayPercent;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Block;
import org.pressmark.model.ReplayPlace;

/**
 * Makes a stored page ask the archive instead of the web: every address that a browser could fetch becomes
 * {@code <prefix><timestamp><modifier>/<absolute address>}. Only those spots change; all other bytes, encoding, line ends and
 * faults included, stay as stored.
 */
public final class PageRewriter {
    private static final DateTimeFormatter FOURTEEN =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String prefix;
    private final String timestamp;
    private final String frames;
    private final boolean scripts;
    private final Function<String, Optional<ArchivedBytes>> archive;

    /**
     * A rewriter for the parts of one page that will run no script.
     *
     * @param prefix what replay addresses begin with, e.g. {@code /web/}
     * @param at the page's capture, so that its parts are chosen nearest to it
     */
    public PageRewriter(String prefix, Instant at) {
        this(prefix, timestamp(at), "/view/", false, url -> Optional.empty());
    }

    private PageRewriter(
            String prefix,
            String timestamp,
            String frames,
            boolean scripts,
            Function<String, Optional<ArchivedBytes>> archive) {
        this.prefix = prefix;
        this.timestamp = timestamp;
        this.frames = frames;
        this.scripts = scripts;
        this.archive = archive;
    }

    /**
     * The same for a page that is shown somewhere.
     *
     * @param frames what the addresses of framed pages begin with there, e.g. {@code /view/}
     */
    public PageRewriter shownIn(ReplayPlace place, String frames) {
        boolean apart = !place.pages().equals(place.archived());
        return new PageRewriter(prefix, timestamp, apart ? place.pages() + frames : frames, place.scripts(), archive);
    }

    /**
     * The same for pages whose icons lie in other files, which no browser would show in a page without an origin: they are put
     * into the page.
     *
     * @param archive the archive's answer for an absolute address without fragment, as a part of the page
     */
    public PageRewriter takingIn(Function<String, Optional<ArchivedBytes>> archive) {
        return new PageRewriter(prefix, timestamp, frames, scripts, archive);
    }

    /**
     * What was made of a payload.
     *
     * @param bytes the payload, changed only where an address stood
     * @param medium what it was taken for
     * @param charset its encoding, which is kept; nothing for binary
     * @param addresses how many addresses were rewritten
     */
    @SuppressWarnings("ArrayRecordComponent") // a result on its way out, never compared
    public record Rewritten(byte[] bytes, Medium medium, Optional<Charset> charset, int addresses) {}

    /** Fourteen digits, UTC, e.g. {@code 20240301120000}. */
    public static String timestamp(Instant at) {
        return FOURTEEN.format(at);
    }

    /**
     * The replay address of an absolute address.
     *
     * @param url e.g. {@code https://example.org/a.css}
     * @return e.g. {@code /web/20240301120000cs_/https://example.org/a.css}
     */
    public String address(String url, Modifier modifier) {
        return prefix + timestamp + modifier.letters() + "/" + StrayPercent.encoded(url);
    }

    /** The address of the framed page. */
    String framed(String url) {
        return frames + timestamp + "/" + StrayPercent.encoded(url);
    }

    /** Whether the page's scripts may run. */
    boolean scripts() {
        return scripts;
    }

    /**
     * The replay address that a {@code Location} header leads to; nothing where it leads nowhere that can be fetched.
     *
     * @param url the redirect's own absolute address
     */
    public Optional<String> location(String url, String location, Modifier modifier) {
        return WebAddress.resolve(url, location)
                .flatMap(WebAddress::parse)
                .filter(WebAddress::fetchable)
                .map(target -> address(target.href(), modifier));
    }

    /**
     * Rewrites a payload.
     *
     * @param payload content-decoded bytes
     * @param contentType the Content-Type header as sent
     * @param url the absolute address of the capture
     * @param wanted what it was asked for; a style sheet is one whatever its label says
     */
    public Rewritten rewrite(byte[] payload, Optional<String> contentType, String url, Modifier wanted) {
        return rewrite(payload, contentType, url, wanted, List.of());
    }

    /**
     * Rewrites a page and outlines, in the copy, the blocks that were read from it, each labelled with its kind.
     *
     * @param blocks of the article that extraction gave for these bytes
     */
    public Rewritten marked(byte[] payload, Optional<String> contentType, String url, List<Block> blocks) {
        return rewrite(payload, contentType, url, Modifier.PAGE, blocks);
    }

    /** Something that is written into a document: where, and what. */
    record Insertion(int at, String text) {}

    private Rewritten rewrite(
            byte[] payload, Optional<String> contentType, String url, Modifier wanted, List<Block> marked) {
        Medium medium = Medium.of(contentType, payload);
        if (wanted == Modifier.IDENTITY || medium == Medium.BINARY) {
            return new Rewritten(payload, medium, Optional.empty(), 0);
        }
        medium = asWanted(medium, wanted);
        SourceText source = SourceText.decode(payload, contentType);
        String text = source.text();
        Sprites sprites = new Sprites(url, medium == Medium.XML, target -> archive.apply(target.withoutFragment()));
        PageRun run = new PageRun(this, wanted, sprites);
        switch (medium) {
            case HTML -> AddressScan.html(text, url, source.charset(), run);
            case XML -> AddressScan.xml(text, url, source.charset(), run);
            case CSS -> {
                AddressScan.css(text, url, run);
                AddressScan.sourceMap(text, url, run);
            }
            case SCRIPT -> {
                if (scripts) {
                    AddressScan.module(text, url, run);
                }
                AddressScan.sourceMap(text, url, run);
            }
            case FEED -> AddressScan.feed(text, url, run);
            case PLAYLIST -> AddressScan.playlist(text, url, run);
            case MANIFEST -> AddressScan.manifest(text, url, run);
            default -> {}
        }
        Splices splices = run.finish(medium, text);
        if (!marked.isEmpty() && (medium == Medium.HTML || medium == Medium.XML)) {
            BlockMarks.of(text, marked).forEach(mark -> splices.insert(mark.at(), mark.text()));
        }
        byte[] bytes = splices.isEmpty() ? payload : splices.applyTo(payload, source);
        return new Rewritten(bytes, medium, Optional.of(source.charset()), run.addresses());
    }

    /** What is asked for as a style sheet or a script is one, whatever its label says, unless the label says what it is. */
    private static Medium asWanted(Medium medium, Modifier wanted) {
        if (medium != Medium.TEXT) {
            return medium;
        }
        return wanted == Modifier.STYLE ? Medium.CSS : wanted == Modifier.SCRIPT ? Medium.SCRIPT : medium;
    }
}
