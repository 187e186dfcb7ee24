package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Setting;
import org.pressmark.config.SettingException;
import org.pressmark.config.Settings;
import org.pressmark.fetch.Fetcher;
import org.pressmark.json.EditJson;
import org.pressmark.json.Json;
import org.pressmark.model.Edit;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.FetchOutcome.Failed;
import org.pressmark.model.FetchOutcome.Fetched;
import org.pressmark.model.FetchOutcome.Refused;
import org.pressmark.model.Severity;
import org.pressmark.notify.MailRoute;
import org.pressmark.notify.Mailer;
import org.pressmark.notify.Message;
import org.pressmark.notify.Signature;
import org.pressmark.report.EditWords;

/** The ways by which alerts leave the house, as the settings name them: web addresses, and one mail to all readers. */
final class Channels implements Closeable {
    static final String MAIL = "mail";

    private static final String JSON = "application/json";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pipeline house;
    private final Settings settings;
    private final Severity least;
    private final List<String> names;
    private final Optional<Mailer> mailer;
    private @Nullable Fetcher fetcher;

    /** @throws SettingException where a setting cannot be used */
    Channels(Pipeline house) {
        this.house = house;
        this.settings = house.settings();
        this.least = severity(settings.text(Setting.ALERTS_SEVERITY));
        this.mailer = route().map(route -> new Mailer(route, PATIENCE));
        List<String> found = new ArrayList<>(settings.list(Setting.ALERTS_WEBHOOKS));
        mailer.ifPresent(there -> found.add(MAIL));
        this.names = List.copyOf(found);
    }

    /** Where alerts go: addresses, and {@link #MAIL}; none where nobody wants any. */
    List<String> names() {
        return names;
    }

    boolean wanted(Edit edit) {
        return edit.severity().compareTo(least) >= 0;
    }

    /** Sends an edit; it has been taken when this returns. */
    void send(String channel, Edit edit) throws IOException {
        Optional<String> compare = pages().map(base -> base + "/compare?a="
                + URLEncoder.encode(edit.step().from().firstCapture(), StandardCharsets.UTF_8) + "&b="
                + URLEncoder.encode(edit.id(), StandardCharsets.UTF_8));
        var json = EditJson.write(edit, EditWords.finding(edit));
        compare.ifPresent(address -> json.put("compare", address));
        deliver(
                channel,
                new Message(edit.id(), EditWords.title(edit), EditWords.text(edit, compare)),
                Json.compact(json));
    }

    /** Sends a message that says that messages arrive. */
    void test(String channel) throws IOException {
        String id = house.newUuid();
        String text = "This is a test: alerts of Pressmark arrive here.";
        String json =
                Json.compact(Json.object().put("event", "test").put("id", id).put("finding", text));
        deliver(channel, new Message(id, "Pressmark: a test", text + "\n"), json);
    }

    private void deliver(String channel, Message message, String json) throws IOException {
        if (channel.equals(MAIL)) {
            Optional<Mailer> way = mailer;
            if (way.isEmpty()) {
                throw new IOException("mail: the settings alerts.mail-to and alerts.mail-server name no way any more");
            }
            way.get().send(message, house.clock().instant());
            return;
        }
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>(Map.of("X-Pressmark-Delivery", message.id()));
        String secret = settings.text(Setting.ALERTS_SECRET);
        if (!secret.isEmpty()) {
            headers.put(Signature.HEADER, Signature.of(secret, body));
        }
        check(channel, fetcher().post(channel, JSON, "*/*", body, headers));
    }

    private static void check(String channel, FetchOutcome outcome) throws IOException {
        if (!(outcome instanceof Fetched fetched)) {
            throw new IOException(channel + ": "
                    + (outcome instanceof Refused refused ? refused.detail() : ((Failed) outcome).detail()));
        }
        try {
            int status = fetched.exchange().responseHead().status();
            if (status / 100 != 2) {
                throw new IOException(channel + ": expected an answer with status 2xx, found " + status);
            }
        } finally {
            Documents.discard(fetched.exchange().body());
        }
    }

    private synchronized Fetcher fetcher() {
        if (fetcher == null) {
            fetcher = house.fetcher(robots -> {});
        }
        return fetcher;
    }

    private Optional<String> pages() {
        String text = settings.text(Setting.ALERTS_PAGES);
        return text.isEmpty() ? Optional.empty() : Optional.of(text.replaceAll("/+$", ""));
    }

    private Optional<MailRoute> route() {
        List<String> to = settings.list(Setting.ALERTS_MAIL_TO);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        String server = settings.text(Setting.ALERTS_MAIL_SERVER);
        String from = settings.text(Setting.ALERTS_MAIL_FROM);
        if (server.isEmpty() || from.isEmpty()) {
            throw new SettingException(
                    "alerts.mail-to is set, but " + (server.isEmpty() ? "alerts.mail-server" : "alerts.mail-from")
                            + " is not; both are needed for mail");
        }
        try {
            return Optional.of(new MailRoute(
                    URI.create(server),
                    given(Setting.ALERTS_MAIL_USER),
                    given(Setting.ALERTS_MAIL_PASSWORD),
                    from,
                    to));
        } catch (IllegalArgumentException e) {
            throw new SettingException("alerts.mail-server: " + e.getMessage());
        }
    }

    private Optional<String> given(Setting setting) {
        return Optional.of(settings.text(setting)).filter(text -> !text.isEmpty());
    }

    private static Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity != Severity.NONE && severity.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new SettingException("alerts.severity: expected notice, low, medium, high or critical,"
                                + " found \"" + word + "\""));
    }

    @Override
    public synchronized void close() {
        if (fetcher != null) {
            fetcher.close();
        }
    }
}
