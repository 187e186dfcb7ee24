package org.pressmark.store;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * A process that captures without end: after each acknowledged unit of work it prints the record's id. Words: the archive, a
 * prefix for the ids, how many to write (0: until it is killed), then {@code stay} to keep the index open until a line comes.
 */
final class Writer {
    private Writer() {}

    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
        int count = Integer.parseInt(words[2]);
        try (Store store = Store.open(StoreLocation.ofArchive(Path.of(words[0])))) {
            for (int i = 0; count == 0 || i < count; i++) {
                String id = words[1] + i;
                int hour = i;
                store.write(tx -> tx.captures().insert(Captures.page(id, Captures.A + id, hour, "x" + hour)));
                out.println("urn:uuid:" + id);
            }
            if (words.length > 3) {
                out.println("open");
                Child.ears().readLine();
            }
        }
    }
}
