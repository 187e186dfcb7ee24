package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pressmark.archive.ArchiveSettings;
import org.pressmark.archive.WarcArchive;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.fetch.Fetcher;
import org.pressmark.model.Capture;
import org.pressmark.model.Exchange;
import org.pressmark.model.Finding;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.store.Store;
import org.pressmark.store.StoreException;
import org.pressmark.store.StoreLocation;

/** Opens and closes the house: each room when it is first needed, so that a short command stays short. */
public final class Pipeline implements Closeable {
    /** Within the folder that holds everything but the WARC files: what is passing through. */
    static final String WORK = "work";

    private final Settings settings;
    private final String version;
    private final Consumer<Finding> notices;
    private final InstantSource clock;
    private @Nullable Store store;
    private @Nullable WarcArchive warcs;
    private @Nullable WorkFolder work;
    private @Nullable WriteAccess access;
    private boolean toldNoIndex;
    /** Files that this process appended to. */
    private final Set<String> written = new HashSet<>();
    /** Those of them with captures that the index did not take: the next start looks through them. */
    private final Set<String> leftBehind = new HashSet<>();

    private final WrittenCaptures fresh = new WrittenCaptures();
    private final Tally tally = new Tally();
    private final Journal journal = new Journal(this);
    private final WordsAside wordsAside = new WordsAside(this);

    private Pipeline(Settings settings, String version, Consumer<Finding> notices, InstantSource clock) {
        this.settings = settings;
        this.version = version;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Opens the archive that the settings name; nothing is touched before a verb needs it.
     *
     * @param version of this program, for User-Agent and warcinfo
     * @param notices hears of repairs and of items that could not be handled, as they happen
     */
    public static Pipeline open(Settings settings, String version, Consumer<Finding> notices) {
        return open(settings, version, notices, InstantSource.system());
    }

    /** The same on another clock. */
    public static Pipeline open(Settings settings, String version, Consumer<Finding> notices, InstantSource clock) {
        return new Pipeline(settings, version, notices, clock);
    }

    public Settings settings() {
        return settings;
    }

    /** The archive's folder. */
    public Path folder() {
        return Path.of(settings.text(Setting.ARCHIVE_DIR));
    }

    InstantSource clock() {
        return clock;
    }

    Consumer<Finding> notices() {
        return notices;
    }

    String newUuid() {
        return UUID.randomUUID().toString();
    }

    String software() {
        return "Pressmark/" + version;
    }

    /** Folder for what is only passing through: spooled bodies, half-made files. */
    synchronized Path passing() throws IOException {
        if (work == null) {
            work = onlyRead()
                    ? WorkFolder.temporary()
                    : WorkFolder.open(ownFolder().resolve(WORK));
        }
        return work.path();
    }

    /** The folder of what is not a WARC file, made where it is missing; others may not look into it. */
    Path ownFolder() throws IOException {
        Path own = folder().resolve(StoreLocation.FOLDER);
        StoreLocation.makeFolder(own);
        return own;
    }

    /** True where this user cannot write to the archive; looked for once. */
    public boolean onlyRead() {
        return access().missing();
    }

    /**
     * For who is about to write to the archive's folder.
     *
     * @throws PipelineException READ_ONLY where that cannot be
     */
    public void needWritable() {
        access().need();
    }

    /**
     * The index, for who can do without where it can only be read; why there is none is told then.
     *
     * @throws PipelineException where there is none and one could be made
     */
    synchronized Optional<Store> storeIfAny() {
        try {
            return Optional.of(store());
        } catch (PipelineException e) {
            if (!onlyRead() || e.trouble() != Trouble.STORAGE) {
                throw e;
            }
            if (!toldNoIndex) {
                toldNoIndex = true;
                notices.accept(new Finding(Finding.Level.NOTE, "no-index", "", -1, String.valueOf(e.getMessage())));
            }
            return Optional.empty();
        }
    }

    /** True where there is no index and none can be made. */
    boolean indexImpossible() {
        return onlyRead() && Files.isDirectory(folder()) && location().missing();
    }

    /** For who is about to write to the index alone, which may lie in a database elsewhere. */
    void needWritableIndex() {
        if (location().blocked().isPresent()) {
            needWritable();
        }
    }

    private synchronized WriteAccess access() {
        if (access == null) {
            access = WriteAccess.to(folder(), location());
        }
        return access;
    }

    /**
     * Makes an empty archive where there is none.
     *
     * @return whether one was made
     */
    public boolean makeIfMissing() throws IOException {
        boolean missing = Files.notExists(folder());
        if (missing) {
            needWritable();
        }
        Files.createDirectories(folder());
        return missing;
    }

    /** The index of an archive that is there; what it lacks of the files is told. */
    synchronized Store store() {
        boolean opened = store == null;
        Store index = storeToFill();
        if (opened) {
            tellGap(index);
        }
        return index;
    }

    /** The same for who is about to bring it up to the files. */
    synchronized Store storeToFill() {
        if (store == null) {
            if (!Files.isDirectory(folder())) {
                throw new PipelineException(
                        Trouble.NOT_FOUND,
                        folder()
                                + ": there is no archive here; 'pressmark capture URL' or 'pressmark import FILE'"
                                + " makes one, --archive DIR names another");
            }
            store = openStore(location());
            finishTakedowns();
        }
        return store;
    }

    /** Nobody is to take an index that was lost for an archive that is empty. */
    private void tellGap(Store opened) {
        try {
            IndexGap.of(folder(), opened).ifPresent(notices);
        } catch (IOException e) {
            throw new PipelineException(Trouble.STORAGE, folder() + ": " + e.getMessage(), e);
        }
    }

    /** What a dead process had begun to take out is shown by no command, be it one that only reads. */
    private void finishTakedowns() {
        try {
            new Takedowns(this).finish(true);
        } catch (IOException e) {
            throw new PipelineException(
                    Trouble.STORAGE,
                    folder() + ": a takedown was interrupted and cannot be finished: " + e.getMessage(),
                    e);
        }
    }

    /**
     * The WARC files, for reading and writing; makes the archive where there is none, repairs what a crash left. Where nothing
     * can be written, for reading.
     */
    synchronized WarcArchive warcs() {
        if (warcs == null) {
            try {
                Path passing = passing();
                warcs = onlyRead()
                        ? WarcArchive.openToRead(folder(), passing, archiveSettings(), clock, this::newUuid)
                        : WarcArchive.open(
                                folder(), archiveSettings(), clock, this::newUuid, notices, journal::appended);
            } catch (IOException e) {
                throw new PipelineException(Trouble.STORAGE, folder() + ": " + e.getMessage(), e);
            }
        }
        return warcs;
    }

    /** Notes that a capture was appended by this process. */
    synchronized void wrote(Capture capture) {
        tally.add(capture);
        wrote(capture.location().file());
        fresh.add(capture);
    }

    /** Notes that a file was appended to by this process, and that the index has been told of it. */
    synchronized void wrote(String file) {
        written.add(file);
    }

    /** The log: other verbs add their statements to it. */
    Journal journal() {
        return journal;
    }

    /** The word index, where it can only be read. */
    WordsAside wordsAside() {
        return wordsAside;
    }

    /** How much this process stored. */
    Tally tally() {
        return tally;
    }

    /** Names of the files that this process appended to, which may still be open. */
    synchronized Set<String> writing() {
        return Set.copyOf(written);
    }

    /** Notes that a capture in a file is stored, and that the index could not be told of it. */
    synchronized void leftBehind(String file) {
        leftBehind.add(file);
    }

    /** Notes that files are wholly indexed, which nobody writes any more. */
    void settled(List<String> files) {
        if (!files.isEmpty()) {
            new CatchUp(this).noteLengths(Set.copyOf(files));
        }
    }

    StoreLocation location() {
        try {
            return StoreLocation.of(folder(), database());
        } catch (StoreException e) {
            throw new PipelineException(Trouble.SETTING, String.valueOf(e.getMessage()), e);
        }
    }

    Store openStore(StoreLocation location) {
        try {
            return Store.open(location);
        } catch (StoreException e) {
            throw new PipelineException(Trouble.STORAGE, String.valueOf(e.getMessage()), e);
        }
    }

    /** The network, for one command. Closing it leaves nothing running. */
    Fetcher fetcher(Consumer<Exchange> onRobots) {
        try {
            return new Fetcher(new RoomSettings(settings, version).fetch(), clock, passing(), onRobots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (warcs != null) {
                closeFiles(warcs);
                written.removeAll(leftBehind);
                if (!written.isEmpty()) {
                    new CatchUp(this).noteLengths(written);
                }
            }
            if (store != null) {
                new KeepShelfList(this, store).run(fresh);
            }
            journal.close();
        } catch (IOException e) {
            throw new PipelineException(Trouble.STORAGE, folder() + ": " + e.getMessage(), e);
        } finally {
            if (store != null) {
                store.close();
            }
            if (work != null) {
                work.close();
            }
        }
    }

    /** Closed files and the log's word of them belong together: no other process settles between the two. */
    private void closeFiles(WarcArchive open) throws IOException {
        try {
            if (journal.used()) {
                journal.told(() -> journal.closing(open));
            }
        } finally {
            open.close();
        }
    }

    private Optional<String> database() {
        return given(Setting.DATABASE_URL)
                .map(url -> url + login(url, "user", Setting.DATABASE_USER))
                .map(url -> url + login(url, "password", Setting.DATABASE_PASSWORD));
    }

    /** A parameter of the JDBC address, where the setting is given. */
    private String login(String url, String name, Setting setting) {
        return given(setting)
                .map(value -> (url.indexOf('?') < 0 ? "?" : "&") + name + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .orElse("");
    }

    ArchiveSettings archiveSettings() {
        return new RoomSettings(settings, version).archive();
    }

    private Optional<String> given(Setting setting) {
        return Optional.of(settings.text(setting)).filter(text -> !text.isEmpty());
    }
}
