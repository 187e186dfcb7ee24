package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pressmark.archive.Appended;
import org.pressmark.config.Setting;
import org.pressmark.ledger.Checkpoint;
import org.pressmark.ledger.KeyRing;
import org.pressmark.ledger.Ledger;
import org.pressmark.ledger.LogKeys;
import org.pressmark.ledger.Statement;
import org.pressmark.model.Finding;

/**
 * Keeps the archive's log while the house works: statements are gathered and entered some at a time, and signed when the house
 * closes and every hour of a long run. A capture never fails for it: the WARC files are the truth, and what did not come to be
 * entered is read from them later.
 */
final class Journal implements Closeable {
    /** So many statements are entered in one go. */
    private static final int TOGETHER = 128;

    /** Of so many texts the log is looked through in one go. */
    private static final int TEXTS_TOGETHER = 4096;

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofHours(1);

    private final Pipeline house;
    private final List<Statement> waiting = new ArrayList<>();
    /** Captures of which the index may say what the log does not. */
    private final Set<String> texts = new LinkedHashSet<>();

    private final Map<String, Long> records = new HashMap<>();
    private final Set<String> imported = new HashSet<>();
    private @Nullable Ledger ledger;
    private @Nullable Forgotten forgotten;
    private @Nullable Instant signedAt;
    private boolean used;
    private boolean failed;

    Journal(Pipeline house) {
        this.house = house;
    }

    /** Notes what was appended to a WARC file; to be called when it is on the disk. */
    void appended(Appended appended) {
        boolean due;
        synchronized (this) {
            records.merge(appended.file(), (long) appended.records().size(), Long::sum);
            due = due();
        }
        add(Leaves.appended(appended));
        if (due) {
            told(this::settle);
        }
    }

    /** Notes that a file was laid into the archive, whose captures the log is to name. */
    synchronized void imported(String file) {
        used = true;
        imported.add(file);
    }

    /** Adds a statement to those that are entered next. Quick, and safe for many threads. */
    synchronized void add(Statement statement) {
        used = true;
        waiting.add(statement);
        if (waiting.size() >= TOGETHER) {
            told(this::enter);
        }
    }

    /** Notes captures of whose texts something else is known now; the log hears what is news of them. */
    synchronized void texts(Collection<String> recordIds) {
        used |= !recordIds.isEmpty();
        texts.addAll(recordIds);
        if (texts.size() >= TEXTS_TOGETHER) {
            told(this::flush);
        }
    }

    private boolean due() {
        Instant now = house.clock().instant();
        Instant since = signedAt;
        if (since == null || now.isBefore(since)) {
            signedAt = now;
            return false;
        }
        if (Duration.between(since, now).compareTo(BETWEEN_CHECKPOINTS) < 0) {
            return false;
        }
        signedAt = now;
        return true;
    }

    /** Addresses that were taken down. */
    synchronized Forgotten forgotten() {
        Forgotten known = forgotten;
        if (known == null) {
            known = new Forgotten(house.folder());
            forgotten = known;
        }
        return known;
    }

    /** True where something was noted since the house was opened. */
    synchronized boolean used() {
        return used;
    }

    synchronized Ledger ledger() throws IOException {
        if (ledger == null) {
            String name = "pressmark/" + house.newUuid().replace("-", "").substring(0, 16);
            if (!house.onlyRead()) {
                house.ownFolder();
            }
            ledger = house.onlyRead()
                    ? Ledger.openToRead(house.folder(), house.passing().resolve(Ledger.FOLDER), house.notices())
                    : Ledger.open(house.folder(), name, house.notices());
        }
        return ledger;
    }

    /** Enters what waits, and what is news of texts. */
    synchronized void flush() throws IOException {
        enter();
        if (!texts.isEmpty()) {
            waiting.addAll(EnterTexts.news(house.store(), ledger(), texts));
            texts.clear();
            enter();
        }
    }

    private void enter() throws IOException {
        if (!waiting.isEmpty()) {
            ledger().append(waiting, house.clock().instant());
            waiting.clear();
        }
    }

    /** The signing keys, where the settings name a place for them. */
    Optional<KeyRing> keys() {
        return Optional.of(house.settings().text(Setting.LEDGER_KEY))
                .filter(text -> !text.isEmpty())
                .map(text -> new KeyRing(Path.of(text)));
    }

    /** The user's own public key in PEM, where there is one that can be read. */
    Optional<String> ownKey() {
        try {
            return keys().isEmpty()
                    ? Optional.empty()
                    : keys().get().current().map(key -> key.verifier().pem());
        } catch (IOException unreadable) {
            return Optional.empty(); // the log's own keys are there to check against
        }
    }

    /** Enters what waits and what closed files hold that the log does not name, and signs the log. */
    Optional<Checkpoint> settle() throws IOException {
        return settle(EnterFiles.Progress.SILENT, false);
    }

    /** @param all whether files are entered however large they are together */
    Optional<Checkpoint> settle(EnterFiles.Progress progress, boolean all) throws IOException {
        Optional<Checkpoint> signed = ledger().settling(() -> settled(progress, all));
        return stamped(signed);
    }

    private Optional<Checkpoint> stamped(Optional<Checkpoint> signed) throws IOException {
        if (signed.isPresent()) {
            new StampCheckpoint(house).stamp(signed.get());
        }
        return signed;
    }

    /** Closes the files of this process and settles, in one turn. */
    void closing(Closeable warcs) throws IOException {
        stamped(ledger().settling(() -> {
            warcs.close();
            return settled(EnterFiles.Progress.SILENT, false);
        }));
    }

    private Optional<Checkpoint> settled(EnterFiles.Progress progress, boolean all) throws IOException {
        flush();
        new EnterFiles(house, ledger(), Map.copyOf(records), Set.copyOf(imported)).run(progress, all);
        flush();
        return sign();
    }

    /** Enters a statement and signs it at once: when this returns, both are on the disk. */
    void seal(Statement statement) throws IOException {
        ledger().append(List.of(statement), house.clock().instant());
        ledger().sync();
        sign();
    }

    private Optional<Checkpoint> sign() throws IOException {
        Optional<KeyRing> ring = keys();
        if (ring.isEmpty() || ledger().size() == 0) {
            return Optional.empty();
        }
        Instant now = house.clock().instant();
        LogKeys keys = new LogKeys(ledger(), ring.get(), house.notices());
        return Optional.of(ledger().checkpoint(ledger().origin(), keys.inForce(now)));
    }

    /** Does something with the log; what goes wrong is told, and the log left as it is until the next start. */
    void told(Work work) {
        if (failed) {
            return;
        }
        try {
            work.run();
        } catch (IOException e) {
            failed = true;
            house.notices()
                    .accept(
                            new Finding(
                                    Finding.Level.WARNING,
                                    "log-behind",
                                    Ledger.FOLDER,
                                    -1,
                                    "the log could not be written: " + e.getMessage()
                                            + ". Everything is stored; 'pressmark checkpoint' enters it when the trouble is over"));
        }
    }

    /** Something that may fail. */
    interface Work {
        void run() throws IOException;
    }

    @Override
    public synchronized void close() throws IOException {
        if (ledger != null) {
            ledger.close();
        }
    }
}
