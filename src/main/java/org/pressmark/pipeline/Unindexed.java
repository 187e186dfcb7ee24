package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Knows which captures are on their way from the WARC file to the index. A file counts as indexed only when all that was
 * appended to it is: otherwise a crash between the two would leave a gap that nobody looks for.
 */
final class Unindexed {
    private final TreeSet<Long> underWay = new TreeSet<>();
    /** Files that are no longer written, each with the first ticket that cannot belong to it. */
    private final Map<String, Long> finished = new HashMap<>();

    private long tickets;
    private String current = "";

    /** Before an append. */
    synchronized long begin() {
        underWay.add(tickets);
        return tickets++;
    }

    /** After an append: the file it went to. */
    synchronized void appended(String file) {
        if (!file.equals(current) && !finished.containsKey(file)) {
            if (!current.isEmpty()) {
                finished.put(current, tickets);
            }
            current = file;
        }
    }

    /** After the capture was entered into the index, or was not appended at all. */
    synchronized void end(long ticket) {
        underWay.remove(ticket);
    }

    /** True where every capture that was appended, but for this one, is in the index. */
    synchronized boolean only(long ticket) {
        return underWay.size() == 1 && underWay.contains(ticket);
    }

    /** Files that are no longer written and wholly indexed, each given once. */
    synchronized List<String> settled() {
        List<String> out = new ArrayList<>();
        long oldest = underWay.isEmpty() ? tickets : underWay.first();
        for (Iterator<Map.Entry<String, Long>> all = finished.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Long> file = all.next();
            if (file.getValue() <= oldest && file.getValue() >= 0) {
                out.add(file.getKey());
                file.setValue(-1L);
            }
        }
        return out;
    }
}
