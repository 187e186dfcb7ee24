package org.pressmark.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pressmark.model.Finding;

/**
 * Finishes the files that a process left open when it died. Every append ends in a metadata record, so a file is cut behind
 * its last whole metadata or warcinfo record: what stands after it is a capture that was never acknowledged. The bytes cut
 * are kept in a {@code .torn} file beside it. Damage before that place is told and left alone.
 */
final class Repair {
    private final ArchiveFolder folder;

    Repair(ArchiveFolder folder) {
        this.folder = folder;
    }

    void run(Consumer<Finding> found) throws IOException {
        for (Path open : folder.openFiles()) {
            String name = String.valueOf(WarcName.finished(open).getFileName());
            Optional<WriterLock> lock = WriterLock.tryLock(folder.lockOf(name));
            if (lock.isPresent()) {
                try {
                    if (Files.exists(open)) {
                        repair(open, name, found);
                    }
                } finally {
                    lock.get().close();
                }
            }
        }
    }

    private void repair(Path open, String name, Consumer<Finding> found) throws IOException {
        long size = Files.size(open);
        long[] end = new long[2]; // behind the last whole capture; behind the warcinfo record
        List<Finding> damage = new ArrayList<>();
        if (size > 0) {
            scan(open, name, end, damage);
        }
        damage.stream().filter(finding -> finding.offset() < end[0]).forEach(found);
        if (end[0] < size) {
            String torn = saveTail(open, name, end[0], size);
            found.accept(new Finding(
                    Finding.Level.NOTE,
                    "torn-tail-cut",
                    name,
                    end[0],
                    "expected the file to end with a whole capture, found " + (size - end[0])
                            + " bytes of one that was being written when the process ended; they were never"
                            + " acknowledged, and are kept in " + torn));
        }
        if (end[0] <= end[1]) {
            Files.delete(open);
            Disk.syncFolder(folder.path());
            return;
        }
        Disk.sync(open);
        if (!Disk.renameIfFree(open, folder.file(name))) {
            throw new IOException(name + ": expected no such file beside " + open.getFileName()
                    + ", found one; move one of them out of the archive");
        }
        if (end[0] == size) {
            found.accept(new Finding(
                    Finding.Level.NOTE,
                    "left-open-file-closed",
                    name,
                    -1,
                    "expected every file to be closed, found one whose process ended without; it is whole"));
        }
    }

    private static void scan(Path open, String name, long[] end, List<Finding> damage) throws IOException {
        try {
            WarcScan.scan(open, name, new WarcScan.Listener() {
                @Override
                public void record(ScannedRecord record) {
                    long behind = record.location().offset() + record.location().length();
                    if (record.type().equals("metadata") && !record.blockType().equals(CertificateRecord.TYPE)) {
                        end[0] = behind;
                    } else if (record.type().equals("warcinfo")) {
                        end[0] = behind;
                        end[1] = behind;
                    }
                }

                @Override
                public void finding(Finding finding) {
                    damage.add(finding);
                }
            });
        } catch (NotAnArchiveException nothingReadable) {
            end[0] = 0; // everything goes into the .torn file
        }
    }

    private String saveTail(Path open, String name, long from, long size) throws IOException {
        String torn = name + WarcName.TORN;
        try (FileChannel in = FileChannel.open(open, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileChannel out =
                        FileChannel.open(folder.file(torn), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            long at = from;
            while (at < size) {
                at += in.transferTo(at, size - at, out);
            }
            out.force(true);
            in.truncate(from);
            in.force(true);
        }
        Disk.syncFolder(folder.path());
        return torn;
    }
}
