package org.pressmark.testing;

import java.util.Locale;
import java.util.Optional;

/**
 * One request as the {@link TestPress} received it.
 *
 * @param host the name in the Host header, lower case, without port; empty where there is none
 * @param path path and query as sent, e.g. {@code /a?b=c}; of the absolute form that proxies get, only this part
 * @param head the raw head with its empty line, a character a byte (ISO-8859-1)
 * @param number which request of this host and path it is, from 0
 */
public record PressRequest(String host, String path, String head, int number) {

    public String startLine() {
        return head.substring(0, head.indexOf('\r'));
    }

    /** The first header of this name, in any letter case. */
    public Optional<String> header(String name) {
        String wanted = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
                .map(line -> line.substring(wanted.length()).strip())
                .findFirst();
    }
}
