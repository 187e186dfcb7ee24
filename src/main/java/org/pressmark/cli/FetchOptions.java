package org.pressmark.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import picocli.CommandLine.Option;

/** The options of every command that asks the web. */
final class FetchOptions {
    @Option(
            names = "--allow-address",
            paramLabel = "ADDRESS",
            description =
                    "An address, network (CIDR) or host that may be fetched although it is private or local. Repeatable.")
    private List<String> allow = new ArrayList<>();

    @Option(
            names = "--connect-to",
            paramLabel = "HOST:PORT:HOST2:PORT2",
            description = "Connect to HOST2:PORT2 instead of HOST:PORT, as curl does. Repeatable.")
    private List<String> connectTo = new ArrayList<>();

    @Option(
            names = "--resolve",
            paramLabel = "HOST:PORT:ADDRESS",
            description = "Use this address for the host, as curl does. Repeatable.")
    private List<String> resolve = new ArrayList<>();

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "Proxy for http and https, e.g. http://proxy.example:3128.")
    @Nullable
    private String proxy;

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "PEM file of a certificate authority that is trusted beside Java's own. Repeatable.")
    private List<String> authorities = new ArrayList<>();

    @Option(
            names = "--delay",
            paramLabel = "TIME",
            description = "Least time between two pages of one host, e.g. 2s; a plain number is in seconds.")
    @Nullable
    private String delay;

    @Option(names = "--no-requisites", description = "Without the page's pictures, styles, fonts, scripts and frames.")
    private boolean noRequisites;

    @Option(names = "--ignore-robots", description = "Ask whatever robots.txt says; you answer for it.")
    private boolean ignoreRobots;

    /** What the flags that were given set. */
    void flags(Map<Setting, Settings.Value> values) {
        list(values, Setting.FETCH_ALLOW_ADDRESSES, allow, "--allow-address");
        list(values, Setting.FETCH_CONNECT_TO, connectTo, "--connect-to");
        list(values, Setting.FETCH_RESOLVE, resolve, "--resolve");
        list(values, Setting.FETCH_CERTIFICATE_AUTHORITIES, authorities, "--cacert");
        CommonOptions.put(values, Setting.FETCH_PROXY, proxy, "--proxy");
        CommonOptions.put(values, Setting.FETCH_DELAY, delay == null ? null : duration(delay), "--delay");
        CommonOptions.put(values, Setting.CAPTURE_REQUISITES, noRequisites ? "false" : null, "--no-requisites");
        CommonOptions.put(values, Setting.FETCH_ROBOTS, ignoreRobots ? "false" : null, "--ignore-robots");
    }

    private static void list(Map<Setting, Settings.Value> values, Setting setting, List<String> items, String flag) {
        CommonOptions.put(values, setting, items.isEmpty() ? null : String.join(",", items), flag);
    }

    /** Seconds as a plain number, in the form of the settings. */
    private static String duration(String text) {
        return text.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")
                ? new BigDecimal(text).movePointRight(3).toBigInteger() + "ms"
                : text;
    }
}
