package org.pressmark.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pressmark.model.Finding;

/** Sets the WARC files against the log: as wholes first, and where a whole is not what the log says, record by record. */
final class LogFiles {
    private final LogAudit log;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Path> closely = new LinkedHashMap<>();
    private final Set<String> growing = new TreeSet<>();
    private final Set<String> met = new TreeSet<>();
    private long unnamed;
    private boolean anyOpen;

    LogFiles(LogAudit log) {
        this.log = log;
    }

    /**
     * Takes a file of the archive.
     *
     * @param name without {@code .open}
     * @param open whether its writer has not closed it
     */
    void file(Path path, String name, boolean open) throws IOException {
        met.add(name);
        anyOpen |= open;
        LoggedFile stated = log.files().get(name);
        Findings found = new Findings(name);
        if (stated == null) {
            unnamed += open ? 0 : 1;
            if (log.named().contains(name)) {
                closely.put(name, path);
                if (open) {
                    growing.add(name);
                }
            }
            return;
        }
        if (stated.forgotten() > 0) {
            found.note(
                    "content-forgotten",
                    -1,
                    stated.forgotten() + (stated.forgotten() == 1 ? " capture was" : " captures were")
                            + " taken out of this file at somebody's request, the last time at " + stated.time()
                            + " (leaf " + stated.leaf() + " of the log); records in their places say why.");
        }
        String sha256 = sha256(path);
        if (!stated.before().isEmpty() && stated.before().equals(sha256)) {
            found.warning(
                    "takedown-unfinished",
                    -1,
                    "The log says that captures were taken out of this file, and they are still in it: 'pressmark forget'"
                            + " was interrupted. The next command that opens the archive goes on with it.");
        } else if (!stated.sha256().equals(sha256)) {
            found.damage(
                    "logged-file-changed",
                    -1,
                    "Leaf " + stated.leaf() + " of the log says that this file has " + stated.bytes()
                            + " bytes and sha256:"
                            + stated.sha256() + ", found " + Files.size(path) + " bytes and sha256:" + sha256
                            + ". It was changed after it was closed.");
            closely.put(name, path);
        }
        findings.addAll(found.all());
    }

    /** Looks into the files that are not what the log says, and for files that are gone. */
    List<Finding> finish() throws IOException {
        Set<String> wanted = new TreeSet<>(log.named());
        wanted.addAll(log.files().keySet());
        for (String name : wanted) {
            if (!met.contains(name)) {
                Findings found = new Findings(name);
                found.damage(
                        "logged-file-missing",
                        -1,
                        "The log names this file, and it is not there. Restore it from a copy.");
                findings.addAll(found.all());
            }
        }
        if (!closely.isEmpty()) {
            LoggedRecords records = new LoggedRecords(log.leaves(), closely.keySet(), log.forgotten());
            for (Map.Entry<String, Path> file : closely.entrySet()) {
                Findings found = new Findings(file.getKey());
                boolean settled = log.files().containsKey(file.getKey());
                records.check(file.getValue(), file.getKey(), found, settled, growing.contains(file.getKey()));
                findings.addAll(found.all());
            }
        }
        if (unnamed > 0) {
            findings.add(new Finding(
                    Finding.Level.NOTE,
                    "files-not-logged",
                    "",
                    -1,
                    "The log does not name " + unnamed + (unnamed == 1 ? " WARC file" : " WARC files")
                            + " yet; the next capture or 'pressmark checkpoint' enters what is in them."));
        }
        return findings;
    }

    /** Whether the log names all that is there and nobody is writing: then it is not behind. */
    boolean settled() {
        return unnamed == 0 && !anyOpen;
    }

    private static String sha256(Path path) throws IOException {
        var digest = DeclaredDigest.digest("SHA-256");
        try (RawInput raw = new RawInput(path, offset -> {})) {
            for (int here = raw.available(); here > 0; here = raw.available()) {
                digest.update(raw.buffer(), raw.index(), here);
                raw.skip(here);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
