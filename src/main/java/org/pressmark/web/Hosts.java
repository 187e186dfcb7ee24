package org.pressmark.web;

import java.util.Locale;
import java.util.Set;
import org.pressmark.model.ReplayPlace;

/**
 * The names under which this server is spoken to. Archived scripts run under a name of their own, since cookies and origins go
 * by name; every other name that leads here is somebody else's doing (DNS rebinding).
 */
final class Hosts {
    /** Browsers take every name under localhost for this machine without asking anybody (RFC 6761 §6.3). */
    static final String ARCHIVED = "replay.localhost";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String address;
    private final boolean scripts;

    /**
     * @param address on which the server listens; its name, beside those of the loopback, is the only one answered to
     */
    Hosts(String address, boolean scripts) {
        this.address = (address.indexOf(':') >= 0 && !address.startsWith("[") ? "[" + address + "]" : address)
                .toLowerCase(Locale.ROOT);
        this.scripts = scripts;
    }

    /** Whether our own pages are asked for. */
    boolean pages(String host) {
        String name = name(host);
        return LOOPBACK.contains(name) || name.equals(address);
    }

    /** Whether archived content is asked for under the name that is its own. */
    boolean archived(String host) {
        return scripts && name(host).equals(ARCHIVED);
    }

    /** Where archived content is shown to somebody who speaks to this host. */
    ReplayPlace place(String host) {
        if (!archived(host)) {
            return ReplayPlace.quiet("http://" + host);
        }
        return new ReplayPlace("http://" + host, pagesOrigin(host), true);
    }

    /** Where the frame of a page looks for it, seen from one of our own pages. */
    String replayOrigin(String host) {
        return scripts ? "http://" + ARCHIVED + port(host) : "";
    }

    /** The origin of our own pages, seen from archived content. */
    String pagesOrigin(String host) {
        return "http://" + (address.isEmpty() || LOOPBACK.contains(address) ? "127.0.0.1" : address) + port(host);
    }

    private static String name(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
    }

    private static String port(String host) {
        return host.substring(name(host).length());
    }
}
