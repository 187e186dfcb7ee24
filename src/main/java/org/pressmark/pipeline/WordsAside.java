package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Finding;
import org.pressmark.search.WordIndex;
import org.pressmark.store.SearchTable.Due;
import org.pressmark.store.Store;

/**
 * The word index of an archive that can only be read. Where it is up to date it is used where it lies; else a copy of it, or a
 * new one, is brought up to date in the temporary folder, once for a house. What waits goes on waiting: the copy is thrown away.
 */
final class WordsAside {
    private static final int TOGETHER = 500;

    private final Pipeline house;
    private @Nullable WordIndex made;
    private long entered;

    WordsAside(Pipeline house) {
        this.house = house;
    }

    /** Enters the texts of a page. */
    interface Pages {
        void enter(WordIndex.Change change, UUID page) throws IOException;
    }

    /**
     * An index that knows every text.
     *
     * @param folder where the archive's own lies, or would
     */
    synchronized WordIndex upToDate(Path folder, Pages pages, LongConsumer progress) throws IOException {
        Store store = house.store();
        WordIndex kept = new WordIndex(folder);
        WordIndex index = made;
        boolean anew = false;
        if (index == null) {
            anew = kept.missing() || store.read(tx -> tx.search().everything());
            if (!anew && due(0).rows().isEmpty()) {
                return kept;
            }
            Path copy = house.passing().resolve(Search.FOLDER);
            if (!anew) {
                copy(folder, copy);
            }
            index = new WordIndex(copy);
            anew |= index.missing();
            tell(folder, anew);
        }
        enter(index, anew, pages, progress);
        made = index;
        return index;
    }

    private void enter(WordIndex index, boolean anew, Pages pages, LongConsumer progress) throws IOException {
        Store store = house.store();
        long last = store.read(tx -> tx.search().last());
        if (!anew && last <= entered) {
            return;
        }
        long done = 0;
        try (WordIndex.Change change =
                index.change(anew).orElseThrow(() -> new IllegalStateException("expected a folder of our own"))) {
            if (anew) {
                UUID after = new UUID(0, 0);
                for (List<UUID> some = pages(after); !some.isEmpty(); some = pages(after)) {
                    for (UUID page : some) {
                        pages.enter(change, page);
                    }
                    after = some.get(some.size() - 1);
                    done += some.size();
                    progress.accept(done);
                }
            } else {
                for (Due due = due(entered); !due.rows().isEmpty(); due = due(due.last())) {
                    for (UUID page : due.pages()) {
                        pages.enter(change, page);
                    }
                    done += due.pages().size();
                    progress.accept(done);
                }
            }
            change.commit();
        }
        entered = last;
    }

    private List<UUID> pages(UUID after) {
        return house.store().read(tx -> tx.search().pages(after, TOGETHER));
    }

    private Due due(long after) {
        return house.store().read(tx -> tx.search().due(after, TOGETHER));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.list(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    private void tell(Path folder, boolean anew) {
        house.notices()
                .accept(new Finding(
                        Finding.Level.NOTE,
                        "words-aside",
                        folder.toString(),
                        -1,
                        (anew ? "there is no word index here" : "the word index does not know the last texts")
                                + ", and it cannot be written; one is made for this command alone. 'pressmark search'"
                                + " where the archive can be written makes one that stays"));
    }
}
