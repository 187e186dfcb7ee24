package org.pressmark.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.Json;
import org.pressmark.model.Finding;

/**
 * The log of an archive: {@code ledger/leaves.jsonl} and {@code ledger/checkpoints} in its folder, which only grow, and two
 * caches in {@code .pressmark/ledger}, which can be made again. Several processes may write to it in turn; all methods may be
 * called from any thread.
 */
public final class Ledger implements Closeable {
    /** The folder in the archive. */
    public static final String FOLDER = "ledger";

    /** The leaves, in that folder. */
    public static final String LEAVES = "leaves.jsonl";

    /** The checkpoints, in that folder. */
    public static final String CHECKPOINTS = "checkpoints";

    /** The subject of statements about the log itself: its name, its keys. */
    static final String SELF = "log";

    private static final int TOGETHER = 1 << 14;

    private final LogPlace place;
    private final LeafFile leaves;
    private final NodeFile nodes;
    private final EntryFile entries;
    private final CheckpointFile checkpoints;
    private final Consumer<Finding> notices;
    private long size;
    private long end;
    private boolean looked;

    private Ledger(LogPlace place, Consumer<Finding> notices) throws IOException {
        this.place = place;
        this.leaves = place.leaves();
        this.nodes = place.nodes();
        this.entries = place.entries();
        this.checkpoints = place.checkpoints();
        this.notices = notices;
    }

    /** True where an archive has a log; one whose beginning a full disk prevented is none. */
    public static boolean exists(Path archive) throws IOException {
        Path leaves = archive.resolve(FOLDER).resolve(LEAVES);
        return Files.exists(leaves) && Files.size(leaves) > 0;
    }

    /**
     * Opens the log of an archive, beginning one where there is none.
     *
     * @param origin the name of a log that begins now: no space, no plus sign, and no other log's
     * @param notices told of what a crash left and was put right
     * @throws LedgerException if the archive had a log that is gone: a new one would hide that
     */
    public static Ledger open(Path archive, String origin, Consumer<Finding> notices) throws IOException {
        return new Ledger(LogPlace.writable(archive, origin), notices);
    }

    /**
     * Opens a log that can only be read; every attempt to add to it fails.
     *
     * @param cache a folder elsewhere, made for this, in which the caches are brought up to the log
     * @throws LedgerException if there is none
     */
    public static Ledger openToRead(Path archive, Path cache, Consumer<Finding> notices) throws IOException {
        return new Ledger(LogPlace.toRead(archive, cache), notices);
    }

    /** Something to be done while nobody else does it. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** Enters what is found in files while no other process does: two that did so at once would enter the same twice. */
    public <T> T settling(Work<T> work) throws IOException {
        return WriterLock.during(place.settleLock(), work);
    }

    /** The log's name. */
    public String origin() throws IOException {
        return Json.parse(new String(leaf(0), StandardCharsets.UTF_8))
                .path("origin")
                .asText();
    }

    /**
     * Enters statements, in order. They are in the file when it returns, and on the disk after the next checkpoint or
     * {@link #sync}.
     *
     * @return the number of the first one's leaf
     * @throws LedgerException if the log does not agree with its own last checkpoint: then nothing is entered
     */
    public synchronized long append(List<Statement> statements, Instant now) throws IOException {
        Statement first = place.beginning();
        return WriterLock.during(place.lock(), () -> enter(first, statements, now));
    }

    private long enter(Statement first, List<Statement> statements, Instant now) throws IOException {
        refresh(true);
        long begun = size;
        List<Statement> all = new ArrayList<>(begun == 0 ? List.of(first) : List.of());
        all.addAll(statements);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        List<byte[]> hashes = new ArrayList<>();
        List<EntryFile.Entry> noted = new ArrayList<>();
        for (Statement statement : all) {
            byte[] leaf = statement.leaf(begun + hashes.size(), now);
            lines.writeBytes(leaf);
            lines.write('\n');
            hashes.add(TreeHash.leaf(leaf));
            noted.add(
                    new EntryFile.Entry(end + lines.size(), EntryFile.subject(Statement.quoted(statement.subject()))));
        }
        leaves.append(end, lines.toByteArray());
        add(hashes, noted);
        return size - statements.size();
    }

    private void add(List<byte[]> hashes, List<EntryFile.Entry> noted) throws IOException {
        if (!hashes.isEmpty()) {
            nodes.append(size, hashes);
            entries.append(size, noted);
            size += hashes.size();
            end = noted.get(noted.size() - 1).end();
        }
    }

    /**
     * Signs the log as it is, unless its last checkpoint says the same already.
     *
     * @return the last checkpoint
     */
    public synchronized Checkpoint checkpoint(String origin, SigningKey key) throws IOException {
        place.beginning();
        return WriterLock.during(place.lock(), () -> signed(origin, key));
    }

    private Checkpoint signed(String origin, SigningKey key) throws IOException {
        refresh(true);
        Optional<Checkpoint> last = checkpoints.last();
        if (last.isPresent() && last.get().size() == size) {
            return last.get();
        }
        leaves.sync();
        nodes.sync();
        entries.sync();
        Checkpoint signed = Checkpoint.sign(origin, size, nodes.root(size), key);
        checkpoints.append(signed);
        return signed;
    }

    /** Brings what was entered to the disk. */
    public synchronized void sync() throws IOException {
        leaves.sync();
    }

    /** How many leaves there are. */
    public synchronized long size() throws IOException {
        look();
        return size;
    }

    /** A leaf's bytes, without the line end. */
    public synchronized byte[] leaf(long number) throws IOException {
        if (number >= size) {
            look();
        }
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException("expected a leaf below " + size + ", found " + number);
        }
        return leaves.read(entries.end(number - 1), entries.end(number) - 1);
    }

    /** The numbers of the leaves about each subject, in order; subjects without any are left out. */
    public synchronized Map<String, SortedSet<Long>> find(Collection<String> subjects) throws IOException {
        look();
        Map<String, SortedSet<Long>> out = new TreeMap<>();
        for (Map.Entry<String, TreeSet<Long>> found :
                entries.find(subjects, size).entrySet()) {
            TreeSet<Long> sure = new TreeSet<>();
            for (long leaf : found.getValue()) {
                byte[] bytes = leaf(leaf);
                String subject = LeafFile.subject(bytes, 0, bytes.length);
                if (Statement.quoted(found.getKey()).equals(subject)) {
                    sure.add(leaf);
                }
            }
            if (!sure.isEmpty()) {
                out.put(found.getKey(), sure);
            }
        }
        return out;
    }

    /** Those of some subjects about which there is a leaf of one of these types. */
    public synchronized Set<String> known(Collection<String> subjects, Set<String> types) throws IOException {
        Set<String> out = new TreeSet<>();
        for (Map.Entry<String, SortedSet<Long>> found : find(subjects).entrySet()) {
            for (long number : found.getValue()) {
                if (types.contains(Statement.type(leaf(number)))) {
                    out.add(found.getKey());
                }
            }
        }
        return out;
    }

    /**
     * Those of some statements that are news: of which the log's last word, of the same type on the same subject, is another,
     * or that it has none of.
     *
     * @param denied statements that there is nothing of the kind: news only where the log says that there is
     */
    public synchronized List<Statement> unsaid(List<Statement> said, List<Statement> denied) throws IOException {
        List<Statement> all = new ArrayList<>(said);
        all.addAll(denied);
        Map<String, SortedSet<Long>> leaves =
                find(all.stream().map(Statement::subject).collect(Collectors.toSet()));
        List<Statement> news = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Statement one = all.get(i);
            Optional<byte[]> last = lastOfType(one.type(), leaves.getOrDefault(one.subject(), new TreeSet<>()));
            if (last.map(leaf -> !one.isSaidBy(leaf)).orElse(i < said.size())) {
                news.add(one);
            }
        }
        return news;
    }

    private Optional<byte[]> lastOfType(String type, SortedSet<Long> leaves) throws IOException {
        Optional<byte[]> last = Optional.empty();
        for (long number : leaves) {
            byte[] leaf = leaf(number);
            if (Statement.type(leaf).equals(type)) {
                last = Optional.of(leaf);
            }
        }
        return last;
    }

    /** The last checkpoint. */
    public Optional<Checkpoint> lastCheckpoint() throws IOException {
        return checkpoints.last();
    }

    /** All checkpoints, oldest first. */
    public List<Checkpoint> allCheckpoints() throws IOException {
        return checkpoints.all();
    }

    /** Hashes from a leaf's sibling up to the root of the first {@code ofSize} leaves (RFC 9162 §2.1.3). */
    public synchronized List<byte[]> inclusion(long leaf, long ofSize) throws IOException {
        within(leaf + 1, ofSize);
        return nodes.inclusion(leaf, ofSize);
    }

    /** Hashes that prove that the first {@code older} leaves are the beginning of the first {@code ofSize} (RFC 9162 §2.1.4). */
    public synchronized List<byte[]> consistency(long older, long ofSize) throws IOException {
        within(older, ofSize);
        return nodes.consistency(older, ofSize);
    }

    private void within(long part, long whole) throws IOException {
        look();
        if (part < 0 || part > whole || whole > size) {
            throw new IllegalArgumentException(
                    "expected " + part + " and " + whole + " leaves to be within a log of " + size);
        }
    }

    private void look() throws IOException {
        WriterLock.during(place.lock(), () -> {
            refresh(false);
            return size;
        });
    }

    /**
     * Brings caches and fields up to the leaves' file: other processes write to it too. Only while it is this process's turn.
     *
     * @param writing whether what a crash left at the end is put right
     */
    private void refresh(boolean writing) throws IOException {
        if (!looked) {
            looked = true;
            believe();
        }
        long count = entries.count();
        if (count < size || !nodes.fits(count) || entries.end(count - 1) > leaves.length()) {
            restart();
            count = 0;
        }
        size = count;
        end = entries.end(count - 1);
        if (leaves.length() > end) {
            index();
        }
        if (writing && leaves.length() > end) {
            torn();
        }
    }

    /** What the caches say is believed up to the last checkpoint, if they give its root; the rest is read again. */
    private void believe() throws IOException {
        Optional<Checkpoint> last = checkpoints.last();
        long sure = last.map(Checkpoint::size).orElse(0L);
        if (sure > 0 && entries.count() >= sure && nodes.fits(entries.count()) && agrees(last.get())) {
            entries.cut(sure);
            nodes.cut(sure);
            return;
        }
        restart();
        index();
        if (last.isPresent() && (size < sure || !agrees(last.get()))) {
            looked = false;
            throw new LedgerException("the log has " + size + " leaves that do not agree with its last checkpoint, of "
                    + sure + " leaves; nothing is added to it. 'pressmark verify' says what is wrong");
        }
    }

    private boolean agrees(Checkpoint checkpoint) throws IOException {
        return Arrays.equals(nodes.root(checkpoint.size()), checkpoint.rootBytes());
    }

    private void restart() throws IOException {
        entries.cut(0);
        nodes.cut(0);
        size = 0;
        end = 0;
    }

    /** Takes in the whole lines that the caches do not know. */
    private void index() throws IOException {
        List<byte[]> hashes = new ArrayList<>();
        List<EntryFile.Entry> noted = new ArrayList<>();
        leaves.lines(end, (buffer, offset, length, behind) -> {
            hashes.add(TreeHash.leaf(buffer, offset, length));
            @Nullable String subject = LeafFile.subject(buffer, offset, length);
            noted.add(new EntryFile.Entry(behind, EntryFile.subject(subject == null ? "" : subject)));
            if (hashes.size() >= TOGETHER) {
                add(hashes, noted);
                hashes.clear();
                noted.clear();
            }
        });
        add(hashes, noted);
    }

    private void torn() throws IOException {
        byte[] tail = leaves.read(end, leaves.length());
        leaves.cut(end);
        notices.accept(new Finding(
                Finding.Level.NOTE,
                "torn-leaf-cut",
                FOLDER + "/" + LEAVES,
                end,
                "expected the log to end with a whole leaf, found " + tail.length
                        + " bytes of one that was being written when a process ended; they were cut off: "
                        + new String(tail, 0, Math.min(tail.length, 60), StandardCharsets.UTF_8)));
    }

    @Override
    public synchronized void close() throws IOException {
        leaves.close();
        nodes.close();
        entries.close();
    }
}
