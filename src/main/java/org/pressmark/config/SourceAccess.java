package org.pressmark.config;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Access;
import org.pressmark.model.HttpHead.Header;

/** The cookies and headers of a source; their files lie relative to the list of sources. */
final class SourceAccess {
    private SourceAccess() {}

    /** @param entries the source's own addresses: their hosts get the headers */
    static Access of(Map<String, Marked> keys, List<List<String>> entries) {
        @Nullable Marked cookies = keys.get("cookies");
        @Nullable Marked headers = keys.get("headers");
        if (cookies == null && headers == null) {
            return Access.NONE;
        }
        List<Access.Cookie> jar =
                cookies == null ? List.of() : cookies.read(name -> AccessFiles.cookies(beside(cookies, name)));
        List<Header> lines =
                headers == null ? List.of() : headers.read(name -> AccessFiles.headers(beside(headers, name)));
        Set<String> hosts = new HashSet<>();
        boolean secure = true;
        for (List<String> some : entries) {
            for (String url : some) {
                Optional<WebAddress> address = WebAddress.parse(url);
                address.map(WebAddress::host).ifPresent(hosts::add);
                secure &= address.isEmpty() || address.get().scheme().equals("https");
            }
        }
        return new Access(jar, lines, hosts, secure);
    }

    private static Path beside(Marked place, String name) {
        return Path.of(place.file()).resolveSibling(name);
    }
}
