package org.pressmark.extract;

import java.net.MalformedURLException;
import java.net.URL;

/** Makes addresses absolute. */
final class Addresses {
    private Addresses() {}

    /** The reference against the base; as it stands where that cannot be done. */
    static String absolute(String base, String reference) {
        String ref = reference.strip();
        try {
            // The one-argument forms look at syntax only; nothing is resolved or opened.
            return base.isEmpty() ? ref : new URL(new URL(base), ref).toString();
        } catch (MalformedURLException e) {
            return ref;
        }
    }

    /** The host in lower case without {@code www.}, empty text where there is none. */
    static String host(String url) {
        try {
            String host = Text.lower(new URL(url).getHost());
            return host.startsWith("www.") ? host.substring(4) : host;
        } catch (MalformedURLException e) {
            return "";
        }
    }

    /** True where letters and digits without gaps are the host of this address, with or without its ending. */
    static boolean names(String url, String letters) {
        String host = host(url);
        int dot = host.lastIndexOf('.');
        if (dot <= 0) {
            return false;
        }
        String plain = host.replaceAll("[.-]", "");
        String ending = host.substring(dot + 1);
        return plain.equals(letters) || plain.equals(letters + ending) || plain.endsWith(letters + ending);
    }

    /** True for the address of a site's front page: a host and nothing behind it. */
    static boolean front(String url) {
        try {
            URL address = new URL(url);
            String file = address.getFile();
            return !address.getHost().isEmpty() && (file.isEmpty() || file.equals("/"));
        } catch (MalformedURLException e) {
            return false;
        }
    }

    /** True where the first address is a folder that the second lies in, both on one host. */
    static boolean above(String folder, String url) {
        try {
            URL upper = new URL(folder);
            URL lower = new URL(url);
            String path = upper.getFile().isEmpty() ? "/" : upper.getFile();
            return path.endsWith("/")
                    && !lower.getFile().equals(path)
                    && lower.getFile().startsWith(path)
                    && host(folder).equals(host(url));
        } catch (MalformedURLException e) {
            return false;
        }
    }

    static boolean web(String text) {
        String lower = text.length() > 8 ? Text.lower(text.substring(0, 8)) : "";
        return lower.startsWith("http://") || lower.startsWith("https://");
    }
}
