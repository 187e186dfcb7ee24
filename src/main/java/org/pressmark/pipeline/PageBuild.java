package org.pressmark.pipeline;

import java.util.Optional;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;

/**
 * How an HTML page is built, by counting.
 *
 * @param visible characters of text between the tags, up to {@link #ENOUGH}: white space not counted, scripts and styles
 *     left out
 * @param scripts script elements
 * @param links links that a reader may follow
 * @param paragraphs {@code p} elements
 * @param password whether a password is asked for
 * @param refresh whether the page sends its reader on, or loads itself again, after a while
 * @param leadsTo the address that it sends its reader to, without its fragment; empty where it loads itself again
 * @param articleInScript whether a page with little text has an article among its scripts' data (JSON-LD)
 */
record PageBuild(
        int visible,
        int scripts,
        int links,
        int paragraphs,
        boolean password,
        boolean refresh,
        Optional<String> leadsTo,
        boolean articleInScript) {
    /** A page with so much text is no wall, however it is built. */
    static final int ENOUGH = 3_000;

    /** A page with less than this has yet to be filled by its scripts, or only sends its reader on. */
    private static final int NEXT_TO_NOTHING = 200;

    /** True for a page that has nothing to read itself. */
    boolean bare() {
        return visible < NEXT_TO_NOTHING && paragraphs == 0 && links < 5;
    }

    /** Where a page that has nothing to read itself sends its reader: to another page, not to itself with another query. */
    Optional<String> sendsOn(String url) {
        return leadsTo.filter(target -> bare() && !path(target).equals(path(url)));
    }

    private static String path(String url) {
        return url.replaceFirst("[?#].*", "");
    }

    /** Counts while addresses are looked for. */
    static final class Builder implements AddressScan.Visitor {
        private int visible;
        private int scripts;
        private int links;
        private int paragraphs;
        private boolean password;
        private boolean refresh;
        private Optional<String> leadsTo = Optional.empty();
        private int textFrom;

        @Override
        public void tag(TagReader tag) {
            if (tag.nested()) {
                return;
            }
            if (visible < ENOUGH) {
                count(tag.text(), textFrom, tag.start());
            }
            textFrom = tag.end();
            if (tag.event() == TagReader.Event.START_TAG) {
                scripts += tag.is("script") ? 1 : 0;
                paragraphs += tag.is("p") ? 1 : 0;
                password |= tag.is("input") && "password".equalsIgnoreCase(tag.value("type"));
                refresh |= tag.is("meta") && "refresh".equalsIgnoreCase(tag.value("http-equiv"));
            }
        }

        private void count(String text, int from, int to) {
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                visible += c > ' ' && (c & 0xc0) != 0x80 ? 1 : 0; // of a character of many bytes only the first
            }
        }

        @Override
        public void address(Address address) {
            links += address.kind() == AddressKind.PAGE_LINK ? 1 : 0;
            if (address.kind() == AddressKind.REFRESH && leadsTo.isEmpty() && address.fetchable()) {
                leadsTo = address.target().map(WebAddress::withoutFragment);
            }
        }

        /** What was counted; {@code text} is the whole document. */
        PageBuild built(String text) {
            if (visible < ENOUGH) {
                count(text, textFrom, text.length());
            }
            boolean article = visible < ENOUGH && text.contains("\"articleBody\"");
            return new PageBuild(
                    Math.min(visible, ENOUGH), scripts, links, paragraphs, password, refresh, leadsTo, article);
        }
    }
}
