package org.pressmark.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting there is. A test holds {@code config/pressmark.yaml} and {@code docs/operate.md} to this list.
 *
 * <p>Values are written as text: a duration as {@code 500ms}, {@code 30s}, {@code 5m}, {@code 24h}, {@code 7d}; a size as
 * {@code 64KiB}, {@code 256MiB}, {@code 1GiB} or plain bytes; a list as YAML list, or separated by commas.
 */
public enum Setting {
    ARCHIVE_DIR(
            "archive.dir",
            Kind.FOLDER,
            "warcs",
            "folder of the WARC files; the index lies in its .pressmark; relative to the working directory"),
    ARCHIVE_COMPRESSION(
            "archive.compression",
            Kind.COUNT,
            "4",
            "deflate level 1 (fast) to 9 (small); bodies that the server compressed are always level 1"),
    ARCHIVE_FILE_SIZE(
            "archive.file-size",
            Kind.SIZE,
            "1GiB",
            "a WARC file that has grown past this is closed and a new one begun"),
    ARCHIVE_FILE_AGE(
            "archive.file-age", Kind.DURATION, "24h", "a WARC file older than this is closed and a new one begun"),
    DATABASE_URL(
            "database.url",
            Kind.TEXT,
            "",
            "JDBC address of a PostgreSQL database for the index; empty: an H2 file in the archive folder"),
    DATABASE_USER("database.user", Kind.TEXT, "", "user name for the PostgreSQL database"),
    DATABASE_PASSWORD(
            "database.password", Kind.TEXT, "", "its password; better given by the environment than by a file"),
    FETCH_CONTACT(
            "fetch.contact",
            Kind.TEXT,
            "",
            "web or mail address of the operator, told to every server in the User-Agent"),
    FETCH_DELAY("fetch.delay", Kind.DURATION, "1s", "least time between two requests for pages to one host"),
    FETCH_REQUISITE_DELAY(
            "fetch.requisite-delay",
            Kind.DURATION,
            "100ms",
            "least time between two requests to one host for parts of a page that was just captured"),
    FETCH_CONNECTIONS(
            "fetch.connections",
            Kind.COUNT,
            "1",
            "requests at once to a host that fetch.allow-addresses or fetch.connect-to names; every other host gets one"),
    FETCH_ROBOTS("fetch.robots", Kind.FLAG, "true", "obey robots.txt (RFC 9309)"),
    FETCH_ALLOW_ADDRESSES(
            "fetch.allow-addresses",
            Kind.LIST,
            "",
            "addresses, networks (CIDR) or host names that may be fetched although they are private or local"),
    FETCH_CONNECT_TIMEOUT("fetch.connect-timeout", Kind.DURATION, "15s", "longest wait for a connection"),
    FETCH_READ_TIMEOUT("fetch.read-timeout", Kind.DURATION, "30s", "longest silence of a server"),
    FETCH_TOTAL_TIME(
            "fetch.total-time",
            Kind.DURATION,
            "2m",
            "longest time for one response; what came is kept, marked as truncated"),
    FETCH_MAX_BODY(
            "fetch.max-body",
            Kind.SIZE,
            "256MiB",
            "longest response body; the rest is cut, the record marked as truncated"),
    FETCH_MAX_HEAD("fetch.max-head", Kind.SIZE, "64KiB", "longest response head; a longer one fails"),
    FETCH_MAX_REDIRECTS(
            "fetch.max-redirects", Kind.COUNT, "10", "redirects followed on the way to a page; each is recorded"),
    FETCH_PROXY("fetch.proxy", Kind.TEXT, "", "proxy for http and https, e.g. http://proxy.example:3128; empty: none"),
    FETCH_CERTIFICATE_AUTHORITIES(
            "fetch.certificate-authorities",
            Kind.LIST,
            "",
            "PEM files of certificate authorities that are trusted beside Java's own"),
    FETCH_CONNECT_TO(
            "fetch.connect-to",
            Kind.LIST,
            "",
            "HOST:PORT:HOST2:PORT2 as curl's --connect-to: connect there instead, the names in the request unchanged"),
    FETCH_RESOLVE(
            "fetch.resolve", Kind.LIST, "", "HOST:PORT:ADDRESS as curl's --resolve: use this address for the host"),
    CAPTURE_REQUISITES(
            "capture.requisites",
            Kind.FLAG,
            "true",
            "capture a page's own pictures, styles, fonts, scripts and frames too"),
    CAPTURE_MAX_REQUISITES("capture.max-requisites", Kind.COUNT, "500", "most parts captured for one page"),
    CAPTURE_EXTRACT(
            "capture.extract",
            Kind.FLAG,
            "true",
            "read the article of each page at once; false: by 'pressmark reextract', or when the index is rebuilt"),
    LEDGER_KEY(
            "ledger.key",
            Kind.TEXT,
            "",
            "file of the key that signs the log, never beside the archive; empty: signing-key.pem in the user's own"
                    + " configuration folder"),
    LEDGER_TIMESTAMP_URL(
            "ledger.timestamp-url",
            Kind.TEXT,
            "",
            "address of a timestamp authority (RFC 3161) that is asked to date each checkpoint; empty: none"),
    REPLAY_BROWSER(
            "replay.browser",
            Kind.TEXT,
            "",
            "program of a Chromium for replay --screenshot and --open; empty: the first one on the path"),
    CAPTURE_REDACT(
            "capture.redact",
            Kind.FLAG,
            "true",
            "the request record says (redacted) in place of cookies and headers that were given; false: their values"),
    ALERTS_SEVERITY(
            "alerts.severity",
            Kind.TEXT,
            "critical",
            "least severity of an edit that is told: notice, low, medium, high or critical"),
    ALERTS_WEBHOOKS(
            "alerts.webhooks", Kind.LIST, "", "addresses that get every such edit as JSON, by POST; empty: none"),
    ALERTS_SECRET(
            "alerts.secret",
            Kind.TEXT,
            "",
            "shared with the webhooks: each message is signed with it (X-Pressmark-Signature); better given by the"
                    + " environment"),
    ALERTS_MAIL_TO("alerts.mail-to", Kind.LIST, "", "mail addresses that get every such edit; empty: none"),
    ALERTS_MAIL_FROM("alerts.mail-from", Kind.TEXT, "", "the sender's mail address"),
    ALERTS_MAIL_SERVER(
            "alerts.mail-server",
            Kind.TEXT,
            "",
            "smtp://mail.example:587 (encrypted where the server offers it) or smtps://mail.example"),
    ALERTS_MAIL_USER("alerts.mail-user", Kind.TEXT, "", "user name for the mail server; empty: none"),
    ALERTS_MAIL_PASSWORD(
            "alerts.mail-password", Kind.TEXT, "", "its password; better given by the environment than by a file"),
    ALERTS_PAGES(
            "alerts.pages",
            Kind.TEXT,
            "",
            "where 'pressmark serve' is reached by whoever gets alerts, for links, e.g. http://archive.example:8642"),
    OUTPUT_COLOUR("output.colour", Kind.TEXT, "auto", "auto (on a terminal), always or never"),
    SERVE_ADDRESS("serve.address", Kind.TEXT, "127.0.0.1", "address on which serve listens"),
    SERVE_PORT("serve.port", Kind.COUNT, "8642", "port on which serve listens; 0: any free one"),
    SERVE_SCRIPTS(
            "serve.scripts",
            Kind.FLAG,
            "false",
            "let the scripts of archived pages run, under the host name replay.localhost and cut off from the live web"),
    SERVE_TIMEGATE(
            "serve.timegate",
            Kind.TEXT,
            "redirect",
            "how /web/URL answers: redirect to the capture's own address, or direct, the page itself");

    /** How a value is written. */
    public enum Kind {
        TEXT,
        FOLDER,
        FLAG,
        COUNT,
        DURATION,
        SIZE,
        LIST;

        /** The word in tables and messages, e.g. {@code duration}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String key;
    private final Kind kind;
    private final String defaultText;
    private final String effect;

    Setting(String key, Kind kind, String defaultText, String effect) {
        this.key = key;
        this.kind = kind;
        this.defaultText = defaultText;
        this.effect = effect;
    }

    /** The key in the file and after {@code --set}, e.g. {@code fetch.delay}. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** True for what is never printed. */
    public boolean secret() {
        return this == DATABASE_PASSWORD || this == ALERTS_SECRET || this == ALERTS_MAIL_PASSWORD;
    }

    /** The value where nothing else is said, as text. */
    public String defaultText() {
        return defaultText;
    }

    /** What it does, in a line. */
    public String effect() {
        return effect;
    }

    /** The environment variable that sets it, e.g. {@code PRESSMARK_FETCH_DELAY}. */
    public String variable() {
        return "PRESSMARK_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The setting with this key. */
    public static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
