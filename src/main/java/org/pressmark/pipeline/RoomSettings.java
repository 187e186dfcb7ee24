package org.pressmark.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.pressmark.archive.ArchiveSettings;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.fetch.ConnectTo;
import org.pressmark.fetch.FetchLimits;
import org.pressmark.fetch.FetchPace;
import org.pressmark.fetch.FetchRoutes;
import org.pressmark.fetch.FetchSettings;
import org.pressmark.fetch.Resolve;

/**
 * The settings in force as the rooms take them.
 *
 * @param version of this program
 */
record RoomSettings(Settings settings, String version) {
    /** Bytes of one body that may lie in memory; longer ones pass through a file. */
    private static final int IN_MEMORY = 1 << 20;

    ArchiveSettings archive() {
        return new ArchiveSettings(
                settings.bytes(Setting.ARCHIVE_FILE_SIZE),
                settings.duration(Setting.ARCHIVE_FILE_AGE),
                settings.count(Setting.ARCHIVE_COMPRESSION),
                IN_MEMORY,
                "Pressmark/" + version,
                settings.flag(Setting.FETCH_ROBOTS) ? "obey" : "ignore",
                given(Setting.FETCH_CONTACT),
                Optional.of(fetch().userAgent()),
                Optional.of(new Configuration(settings).digest()));
    }

    FetchSettings fetch() {
        FetchLimits limits = new FetchLimits(
                settings.duration(Setting.FETCH_CONNECT_TIMEOUT),
                settings.duration(Setting.FETCH_READ_TIMEOUT),
                settings.duration(Setting.FETCH_TOTAL_TIME),
                settings.bytes(Setting.FETCH_MAX_BODY),
                Math.toIntExact(settings.bytes(Setting.FETCH_MAX_HEAD)),
                IN_MEMORY);
        Duration delay = settings.duration(Setting.FETCH_DELAY);
        Duration partDelay = settings.duration(Setting.FETCH_REQUISITE_DELAY);
        FetchPace pace = FetchPace.defaults()
                .withDelay(delay)
                .withRequisiteDelay(partDelay.compareTo(delay) < 0 ? partDelay : delay)
                .withConnections(Math.max(1, settings.count(Setting.FETCH_CONNECTIONS)));
        FetchRoutes routes = new FetchRoutes(
                settings.list(Setting.FETCH_ALLOW_ADDRESSES),
                settings.list(Setting.FETCH_CONNECT_TO).stream()
                        .map(ConnectTo::parse)
                        .toList(),
                settings.list(Setting.FETCH_RESOLVE).stream()
                        .map(Resolve::parse)
                        .toList(),
                given(Setting.FETCH_PROXY).map(FetchRoutes::proxy),
                true,
                settings.list(Setting.FETCH_CERTIFICATE_AUTHORITIES).stream()
                        .map(Path::of)
                        .toList());
        FetchSettings plain = FetchSettings.defaults(version)
                .withLimits(limits)
                .withPace(pace)
                .withRoutes(routes)
                .withRedact(settings.flag(Setting.CAPTURE_REDACT));
        return given(Setting.FETCH_CONTACT).map(plain::withContact).orElse(plain);
    }

    private Optional<String> given(Setting setting) {
        return Optional.of(settings.text(setting)).filter(text -> !text.isEmpty());
    }
}
