package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Edit;
import org.pressmark.model.Finding;
import org.pressmark.model.Version;
import org.pressmark.store.AlertTable.Delivery;
import org.pressmark.store.Store;

/**
 * Tells edits of stored pages to whoever asked for it: weighs those seen since the last time, and sends what is due. What is
 * to be told lies in the index before it is sent, so a killed process tells it later; a message may then come twice, with the
 * same id.
 */
public final class SendAlerts implements Closeable {
    /** Edits are told if they were seen in the last days: an old file that is imported is no news. */
    private static final Duration NEWS = Duration.ofDays(7);

    private static final int AT_ONCE = 200;

    /** Waits after the first try, the second …; after the last a message is given up. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private final Pipeline house;
    private final Channels channels;
    private final RecentEdits edits;

    /**
     * Ready to tell; nothing is touched yet.
     *
     * @throws org.pressmark.config.SettingException where a setting cannot be used
     */
    public SendAlerts(Pipeline house) {
        this.house = house;
        this.channels = new Channels(house);
        this.edits = new RecentEdits(house);
    }

    /** From now on edits are told, unless they are already. */
    void begin() {
        if (wanted()) {
            Instant now = house.clock().instant();
            house.store().write(tx -> tx.alerts().begin(now));
        }
    }

    /** What became of some messages. */
    public record Told(int sent, int waiting) {}

    /**
     * A message that waits.
     *
     * @param id the capture that showed the edit
     */
    public record Waiting(String id, String channel, int tries, Instant due, String trouble) {}

    /** What became of a test; {@code trouble} where it was not taken. */
    public record Tested(String channel, Optional<String> trouble) {}

    /** Whether anybody is to be told anything. */
    public boolean wanted() {
        return !channels.names().isEmpty();
    }

    /** Weighs what is new and sends what is due. Edits are told that are seen after this was done for the first time. */
    public Told run() {
        if (!wanted()) {
            return new Told(0, 0);
        }
        house.needWritableIndex();
        begin();
        Instant now = house.clock().instant();
        weigh(now);
        int sent = 0;
        for (Delivery delivery : house.store().read(tx -> tx.alerts().due(now, AT_ONCE))) {
            sent += send(delivery, now) ? 1 : 0;
        }
        return new Told(
                sent, house.store().read(tx -> tx.alerts().waiting(AT_ONCE)).size());
    }

    /** Sends a test by each way. */
    public List<Tested> test() {
        List<Tested> out = new ArrayList<>();
        for (String channel : channels.names()) {
            Optional<String> trouble = Optional.empty();
            try {
                channels.test(channel);
            } catch (IOException e) {
                trouble = Optional.of(String.valueOf(e.getMessage()));
            }
            out.add(new Tested(channel, trouble));
        }
        return out;
    }

    /** The messages that wait, the next first. */
    public List<Waiting> waiting() {
        return house.store().read(tx -> tx.alerts().waiting(AT_ONCE)).stream()
                .map(row -> new Waiting(row.recordId(), row.channel(), row.tries(), row.due(), row.detail()))
                .toList();
    }

    private void weigh(Instant now) {
        Store store = house.store();
        Instant since = store.read(tx -> tx.alerts().since())
                .filter(begun -> begun.isAfter(now.minus(NEWS)))
                .orElse(now.minus(NEWS));
        List<Version> unweighed = store.read(tx -> tx.versions().edits(since, Optional.empty(), AT_ONCE).stream()
                .filter(version -> !tx.alerts().knows(version.firstCapture()))
                .toList());
        for (Version version : unweighed) {
            Optional<Edit> edit = edits.edit(version);
            edit.ifPresent(found -> store.write(tx -> tx.alerts()
                    .weigh(
                            found.id(),
                            found.url(),
                            found.severity(),
                            now,
                            channels.wanted(found) ? channels.names() : List.of())));
        }
    }

    private boolean send(Delivery delivery, Instant now) {
        Optional<Edit> edit = edits.of(delivery.recordId());
        if (edit.isEmpty()) {
            house.store().write(tx -> tx.alerts().done(delivery));
            return false;
        }
        try {
            channels.send(delivery.channel(), edit.get());
            house.store().write(tx -> tx.alerts().done(delivery));
            return true;
        } catch (IOException e) {
            String trouble = String.valueOf(e.getMessage());
            boolean last = delivery.tries() >= WAITS.size();
            house.notices()
                    .accept(new Finding(
                            Finding.Level.WARNING,
                            "alert-not-sent",
                            "",
                            -1,
                            trouble
                                    + (last
                                            ? "; given up"
                                            : "; tried again later, 'pressmark alert' shows what waits")));
            house.store().write(tx -> {
                if (last) {
                    tx.alerts().done(delivery);
                } else {
                    tx.alerts().again(delivery, now.plus(WAITS.get(delivery.tries())), trouble);
                }
            });
            return false;
        }
    }

    @Override
    public void close() {
        channels.close();
    }
}
