package org.pressmark.replay;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Block;

/**
 * Makes a stored page ask the archive instead of the web: every address that a browser could fetch becomes
 * {@code <prefix><timestamp><modifier>/<absolute address>}. Only those spots change; all other bytes, encoding, line ends and
 * faults included, stay as stored.
 */
public final class PageRewriter {
    private static final DateTimeFormatter FOURTEEN =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Attributes that would make a browser refuse what was rewritten, or ask for it in a way the archive can't answer. */
    private static final Set<String> IN_THE_WAY = Set.of("integrity", "crossorigin", "nonce");

    /** What a page may tell the browser in its head that only its own server may. */
    private static final Set<String> SERVER_WORDS = Set.of(
            "content-security-policy",
            "content-security-policy-report-only",
            "origin-trial",
            "accept-ch",
            "delegate-ch",
            "set-cookie");

    private final String prefix;
    private final String timestamp;

    /**
     * A rewriter for the parts of one page.
     *
     * @param prefix what replay addresses begin with, e.g. {@code /web/}
     * @param at the page's capture, so that its parts are chosen nearest to it
     */
    public PageRewriter(String prefix, Instant at) {
        this.prefix = prefix;
        this.timestamp = timestamp(at);
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
        return prefix + timestamp + modifier.letters() + "/" + url;
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
        if (wanted == Modifier.STYLE && medium == Medium.TEXT) {
            medium = Medium.CSS;
        }
        SourceText source = SourceText.decode(payload, contentType);
        Run run = new Run();
        switch (medium) {
            case HTML -> AddressScan.html(source.text(), url, source.charset(), run);
            case XML -> AddressScan.xml(source.text(), url, source.charset(), run);
            case CSS -> AddressScan.css(source.text(), url, run);
            default -> {}
        }
        if (!marked.isEmpty() && (medium == Medium.HTML || medium == Medium.XML)) {
            BlockMarks.of(source.text(), marked).forEach(mark -> run.splices.insert(mark.at(), mark.text()));
        }
        byte[] bytes = run.splices.isEmpty() ? payload : run.splices.applyTo(payload, source);
        return new Rewritten(bytes, medium, Optional.of(source.charset()), run.addresses);
    }

    /** One page's changes. */
    private final class Run implements AddressScan.Visitor {
        private final Splices splices = new Splices();
        private int addresses;

        @Override
        public void address(Address address) {
            Optional<WebAddress> target = address.target();
            boolean live = target.isPresent() && (address.fetchable() || socket(target.get()));
            if (live) {
                String replay = PageRewriter.this.address(target.get().href(), Modifier.of(address.kind()));
                splices.replace(address.start(), address.end(), address.written(replay));
                addresses++;
            }
        }

        /** A fetched address is never of these, but a hint may open a connection. */
        private static boolean socket(WebAddress target) {
            return target.scheme().equals("ws") || target.scheme().equals("wss");
        }

        @Override
        public void tag(TagReader tag) {
            if (tag.event() != TagReader.Event.START_TAG) {
                return;
            }
            for (int i = 0; i < tag.attributes(); i++) {
                int length = tag.attributeNameEnd(i) - tag.attributeStart(i);
                if (length >= 5 && length <= 11 && IN_THE_WAY.contains(tag.attributeName(i))) {
                    splices.delete(tag.place(spaceBefore(tag, i)), tag.place(tag.attributeEnd(i)));
                }
            }
            if (tag.is("meta")) {
                meta(tag);
            }
        }

        private static int spaceBefore(TagReader tag, int attribute) {
            int at = tag.attributeStart(attribute);
            while (at > tag.start() && tag.text().charAt(at - 1) <= ' ') {
                at--;
            }
            return at;
        }

        private void meta(TagReader tag) {
            int words = tag.attribute("http-equiv");
            if (words >= 0 && SERVER_WORDS.contains(tag.value(words).strip().toLowerCase(Locale.ROOT))) {
                splices.insert(tag.place(tag.valueStart(words)), tag.written(ReplayHeaders.RENAMED));
            }
        }
    }
}
