package org.pressmark.search;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The words of all texts, in a folder of files that one process at a time changes and any number read. A change counts as a
 * whole from {@link Change#commit} on, power failure included; until then everybody sees what was there before.
 */
public final class WordIndex {
    static final String PAGE = "page";
    static final String PAGE_HASH = "page#";
    static final String ADDRESS = "address";
    static final String HOST = "host";
    static final String TITLE = "title";
    static final String BODY = "body";
    static final String FROM = "from";
    static final String TO = "to";
    static final String VERSION = "version";
    static final String RECORD = "record";

    private static final double MEMORY_MB = 32;

    /** Held, so that the level stays: what Lucene would like Java to be started with is nobody's business at a terminal. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final Path folder;

    /** @param folder where the files lie, or will lie */
    public WordIndex(Path folder) {
        LUCENE.setLevel(Level.SEVERE);
        this.folder = folder;
    }

    /** True where there is no index that this program can read: none, one of another version, or a damaged one. */
    public boolean missing() throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Directory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return true;
            }
            DirectoryReader.open(directory).close();
            return false;
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | FileNotFoundException
                | NoSuchFileException damaged) {
            return true;
        }
    }

    /**
     * Begins to change the index.
     *
     * @param anew whether to throw away what is there
     * @return nothing where another process is at it
     */
    public Optional<Change> change(boolean anew) throws IOException {
        Files.createDirectories(folder);
        Directory directory = FSDirectory.open(folder);
        try {
            if (anew && missing()) {
                // Lucene would read what is there even to replace it, and stumble over what is damaged.
                remove(directory);
            }
            return Optional.of(new Change(directory, new IndexWriter(directory, settings(anew))));
        } catch (LockObtainFailedException another) {
            directory.close();
            return Optional.empty();
        }
    }

    private static IndexWriterConfig settings(boolean anew) {
        return new IndexWriterConfig()
                .setOpenMode(anew ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setRAMBufferSizeMB(MEMORY_MB);
    }

    /** Removes the files of a damaged index, under the lock that a writer takes. */
    private static void remove(Directory directory) throws IOException {
        try (Lock alone = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            alone.ensureValid();
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    /** Finds texts. */
    public Found find(Wanted wanted, int offset, int limit) throws IOException {
        if (missing()) {
            return new Found(List.of(), 0, 0);
        }
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return new Finder(reader).find(wanted, offset, limit);
        }
    }

    /** A change under way. Closed without {@link #commit}, it has not been. */
    public static final class Change implements Closeable {
        private final Directory directory;
        private final IndexWriter writer;

        private Change(Directory directory, IndexWriter writer) {
            this.directory = directory;
            this.writer = writer;
        }

        /** Removes all texts of a page. */
        public void remove(String page) throws IOException {
            writer.deleteDocuments(new Term(PAGE, page));
        }

        public void add(IndexedText text) throws IOException {
            writer.addDocument(document(text));
        }

        /** Makes all that was done so far count. */
        public void commit() throws IOException {
            writer.commit();
        }

        @Override
        public void close() throws IOException {
            writer.rollback();
            directory.close();
        }

        private static Document document(IndexedText text) {
            Document out = new Document();
            out.add(new StringField(PAGE, text.page(), Field.Store.YES));
            out.add(new StringField(ADDRESS, beginning(text.address()), Field.Store.NO));
            out.add(new NumericDocValuesField(PAGE_HASH, Finder.hash(text.page())));
            out.add(new StoredField(VERSION, text.version()));
            out.add(new StoredField(RECORD, text.record()));
            hosts(text.host()).forEach(host -> out.add(new StringField(HOST, host, Field.Store.NO)));
            out.add(new TextField(TITLE, new WordStream(text.title())));
            out.add(new TextField(BODY, new WordStream(text.body())));
            out.add(new LongPoint(FROM, text.from().toEpochMilli()));
            out.add(new LongPoint(TO, text.to().toEpochMilli()));
            out.add(new NumericDocValuesField(FROM, text.from().toEpochMilli()));
            return out;
        }
    }

    /** A term has a greatest length; of an address beyond it the beginning is known. */
    static String beginning(String address) {
        return address.substring(0, Math.min(address.length(), 8_000));
    }

    /** A host and all that it lies below, e.g. {@code www.news.example}, {@code news.example}, {@code example}. */
    private static List<String> hosts(String host) {
        List<String> out = new ArrayList<>();
        String rest = host.toLowerCase(Locale.ROOT);
        while (!rest.isEmpty() && out.size() < 32) {
            out.add(rest);
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return out;
    }
}
