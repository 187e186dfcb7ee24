package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/**
 * Captures into an archive on a disk with next to no room: a file system in memory that a process mounts for itself, where the
 * system lets it. The command ends with its code and says why; what it left is sound, and taken up where there is room.
 */
@DisabledOnOs(OS.WINDOWS)
final class FullDiskTest {
    private static final String HOST = "news.example";
    private static final String OWN_MOUNTS = "unshare --user --map-root-user --mount sh -c ";

    private static final Pattern SAYS_SO = Pattern.compile("full|No space left|File too large");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 40, 150, 600})
    void theCommandSaysSoAndLosesNothing(int freeKilobytes) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String script = mounts(disk) ? onAFullDisk(disk, freeKilobytes) : inShortFiles(disk);
        try (TestPress press = TestPress.open()) {
            press.page(
                    HOST,
                    "/first",
                    Reply.html("<title>First</title><article><h1>First</h1><p>It began.</p></article>"));
            press.page(
                    HOST,
                    "/second",
                    Reply.html("<title>Second</title><article><h1>Second</h1><p>It went on.</p>" + "<!--"
                            + noise(1_500_000) + "--></article>"));
            assertEquals(
                    0, new Console().run(capture(press, "/first", archive())).code());
            Confined.Run full = Confined.run(script, folder, List.of(capture(press, "/second", disk.resolve("warcs"))));
            assertEquals(ExitCode.IO.code(), full.code(), full.said());
            assertTrue(SAYS_SO.matcher(full.said()).find(), full.said());
            assertEquals(
                    0, new Console().run(capture(press, "/second", archive())).code());
        }
        assertEquals(
                0,
                new Console().run("verify", "--archive", archive().toString()).code());
        Console.Run check =
                new Console().run("rebuild", "--check", "--archive", archive().toString());
        assertEquals(0, check.code(), check.toString());
        Console.Run first = new Console()
                .run(
                        "replay",
                        "http://" + HOST + "/first",
                        "--archive",
                        archive().toString());
        assertTrue(first.toString().contains("It began."), first.toString());
    }

    /** Hexadecimal digits that deflate to half of their length. */
    private static String noise(int length) {
        byte[] bytes = new byte[length / 2];
        new Random(7).nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Path archive() {
        return folder.resolve("warcs");
    }

    private static String[] capture(TestPress press, String path, Path archive) {
        return new String[] {
            "capture", "http://" + HOST + path, "--archive", archive.toString(), "--connect-to", press.connectTo(HOST)
        };
    }

    private static boolean mounts(Path disk) throws IOException, InterruptedException {
        Process trial = new ProcessBuilder("sh", "-c", OWN_MOUNTS + "'mount -t tmpfs tmpfs \"$0\"' " + quoted(disk))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return trial.waitFor() == 0;
    }

    /** Lays the archive on a small disk, fills that up, runs the command, makes room, and brings the archive back. */
    private String onAFullDisk(Path disk, int freeKilobytes) {
        String script = """
                disk=$0 archive=$1 free=$2; shift 3
                mount -t tmpfs -o size=8m tmpfs "$disk" && cp -a "$archive" "$disk/warcs" || exit 1
                room=$(df -k -P "$disk" | awk 'NR == 2 { print $4 }')
                dd if=/dev/zero of="$disk/other" bs=1k count=$((room - free)) 2>/dev/null || exit 1
                "$@"; code=$?
                rm -rf "$disk/other" "$archive" && cp -a "$disk/warcs" "$archive" || exit 1
                exit $code
                """.replace("'", "'\\''");
        return "exec " + OWN_MOUNTS + "'" + script + "' " + quoted(disk) + " " + quoted(archive()) + " " + freeKilobytes
                + " - \"$@\"";
    }

    /** The nearest where no file system may be mounted: files that may not grow. */
    private String inShortFiles(Path disk) {
        return "ln -s " + quoted(archive()) + " " + quoted(disk.resolve("warcs")) + "; ulimit -f 600; exec \"$@\"";
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
