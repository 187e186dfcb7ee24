package org.pressmark.model;

/**
 * Where archived content is shown.
 *
 * @param archived the origin that archived content is served from, e.g. {@code http://replay.localhost:8642}
 * @param pages the origin of our own pages, which may show it in a frame; the same where scripts are off
 * @param scripts whether archived scripts may run
 */
public record ReplayPlace(String archived, String pages, boolean scripts) {
    /** Where the script lies that stands between archived scripts and the network. */
    public static final String SHIM = "/assets/replay.js";

    /** One origin for all, scripts off. */
    public static ReplayPlace quiet(String origin) {
        return new ReplayPlace(origin, origin, false);
    }
}
