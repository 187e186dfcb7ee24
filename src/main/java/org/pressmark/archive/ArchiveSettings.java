package org.pressmark.archive;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Digest;

/**
 * How an archive is written.
 *
 * @param maxFileBytes a file that would grow beyond it is closed and a new one begun, e.g. 1 GiB; a single larger capture
 *     gets a file of its own
 * @param maxFileAge a file older than this is closed at the next append, e.g. one day
 * @param compressionLevel deflate level from 1 (fast) to 9 (small); bodies that the server compressed already always get 1
 * @param memoryBytes what a prepared capture, or a body that is read, may take of memory before it goes to a file
 * @param software name and version for {@code warcinfo}, e.g. {@code Pressmark/0.1.0}
 * @param robots the robots policy for {@code warcinfo}, e.g. {@code obey}
 * @param operator who runs the archive, for {@code warcinfo}: a name, or a name and an address to write to
 * @param userAgent the User-Agent that captures are made with, for {@code warcinfo}
 * @param configuration digest of the settings in force, for {@code warcinfo}: they hold for all that is captured
 */
public record ArchiveSettings(
        long maxFileBytes,
        Duration maxFileAge,
        int compressionLevel,
        int memoryBytes,
        String software,
        String robots,
        Optional<String> operator,
        Optional<String> userAgent,
        Optional<Digest> configuration) {
    public ArchiveSettings {
        Objects.requireNonNull(maxFileAge);
        Objects.requireNonNull(software);
        Objects.requireNonNull(robots);
        if (maxFileBytes < 1 || memoryBytes < 0 || compressionLevel < 1 || compressionLevel > 9) {
            throw new IllegalArgumentException(
                    "expected a file size from 1, memory from 0 and a level from 1 to 9, found: " + maxFileBytes + ", "
                            + memoryBytes + ", " + compressionLevel);
        }
    }

    /** 1 GiB, one day, level 6, 1 MiB, robots obeyed, no operator. */
    public static ArchiveSettings of(String software) {
        return new ArchiveSettings(
                1L << 30,
                Duration.ofDays(1),
                6,
                1 << 20,
                software,
                "obey",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
