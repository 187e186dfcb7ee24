package org.pressmark.audit;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sets the signed states of a log, those in the archive and those that somebody else kept, against the leaves that are there.
 * What is wrong is told apart: leaves that are gone, leaves that say something else, two histories that one key signed.
 */
final class LogSignatures {
    private final List<LogCheckpoint> checkpoints;
    private final Map<Long, byte[]> roots = new HashMap<>();

    LogSignatures(List<LogCheckpoint> checkpoints) {
        this.checkpoints = List.copyOf(checkpoints);
        checkpoints.forEach(checkpoint -> roots.put(checkpoint.size(), new byte[0]));
    }

    /** Told the tree at every size: keeps the roots that somebody signed. */
    void at(LogTree tree) {
        if (roots.containsKey(tree.size())) {
            roots.put(tree.size(), tree.root());
        }
    }

    /**
     * Tells what does not agree.
     *
     * @param inOrder whether every leaf stands at its place: if not, that is what is wrong with the roots
     * @return how many of the first leaves are signed for
     */
    long tell(Findings findings, Set<LogKey> keys, String origin, long size, boolean inOrder) {
        List<LogCheckpoint> agree = new ArrayList<>();
        List<LogCheckpoint> differ = new ArrayList<>();
        List<LogCheckpoint> beyond = new ArrayList<>();
        for (LogCheckpoint checkpoint : checkpoints) {
            Optional<LogKey> signer = checkpoint.signer(keys);
            if (signer.isEmpty()) {
                otherKey(findings, checkpoint, keys);
            } else if (!checkpoint.origin().equals(origin)) {
                findings.damage(
                        "checkpoint-other-log",
                        -1,
                        "The checkpoint of " + checkpoint.size() + " leaves " + checkpoint.from() + " is of the log "
                                + checkpoint.origin() + ", and this log is " + origin
                                + ". Either it belongs to another archive, or the log was begun anew.");
            } else if (checkpoint.size() > size) {
                beyond.add(checkpoint);
            } else {
                boolean same = checkpoint.hasRoot(roots.getOrDefault(checkpoint.size(), new byte[0]));
                (same ? agree : differ).add(checkpoint);
            }
        }
        if (inOrder) {
            beyond.stream().max(LogSignatures::bySize).ifPresent(last -> truncated(findings, last, size));
            differ.stream().min(LogSignatures::bySize).ifPresent(first -> differs(findings, first, agree));
        }
        return agree.stream().mapToLong(LogCheckpoint::size).max().orElse(0);
    }

    private static int bySize(LogCheckpoint one, LogCheckpoint other) {
        return Long.compare(one.size(), other.size());
    }

    private static void otherKey(Findings findings, LogCheckpoint checkpoint, Set<LogKey> keys) {
        findings.damage(
                "checkpoint-other-key",
                -1,
                "The checkpoint of " + checkpoint.size() + " leaves " + checkpoint.from()
                        + " is not signed by a key of this log"
                        + (keys.isEmpty()
                                ? "; none is known: --key FILE names one."
                                : " ("
                                        + String.join(
                                                ", ",
                                                keys.stream().map(LogKey::shown).toList())
                                        + "): somebody else signed it, or changed it after it was signed."));
    }

    private static void truncated(Findings findings, LogCheckpoint last, long size) {
        findings.damage(
                "log-truncated",
                -1,
                "The checkpoint " + last.from() + " signs " + last.size() + " leaves, and the log has " + size
                        + ": its last " + (last.size() - size) + " are gone. Restore ledger/leaves.jsonl from a copy.");
    }

    private void differs(Findings findings, LogCheckpoint first, List<LogCheckpoint> agree) {
        Optional<LogCheckpoint> rival =
                agree.stream().filter(one -> one.size() >= first.size()).min(LogSignatures::bySize);
        long sure = agree.stream()
                .mapToLong(LogCheckpoint::size)
                .filter(size -> size < first.size())
                .max()
                .orElse(0);
        if (rival.isPresent()) {
            findings.damage(
                    "log-forked",
                    -1,
                    "Two histories of this log were signed: the checkpoint " + first.from() + " signs " + first.size()
                            + " leaves with the root " + first.root() + ", and the leaves here, which the checkpoint "
                            + rival.get().from() + " signs, have "
                            + Base64.getEncoder().encodeToString(roots.getOrDefault(first.size(), new byte[0]))
                            + ". The log was rewritten after one of them was given out; they agree up to leaf " + sure
                            + ".");
        } else {
            findings.damage(
                    "leaf-changed",
                    -1,
                    "The checkpoint " + first.from() + " signs " + first.size()
                            + " leaves, and the leaves here are not those: one of the leaves " + sure + " to "
                            + (first.size() - 1) + " was changed. Restore ledger/leaves.jsonl from a copy.");
        }
    }
}
