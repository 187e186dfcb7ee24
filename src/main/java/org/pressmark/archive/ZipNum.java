package org.pressmark.archive;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.pressmark.json.Json;
import org.pressmark.model.Digest;

/**
 * A CDXJ index in ZipNum form: its lines in gzip members of 3,000 each, and a short second file with the first key of every
 * member and where it lies, so that a reader fetches a member in place of the whole. As in WACZ 1.1.1 and pywb.
 */
public final class ZipNum {
    /** The lines of one member. */
    static final int TOGETHER = 3_000;

    private ZipNum() {}

    /**
     * Writes both files.
     *
     * @param sorted lines of CDXJ in the order of bytes
     * @param members the file of gzip members; the second file calls it by its name
     * @param keys the second file: {@code !meta}, then {@code key time {"offset", "length", "digest", "filename"}} for each member
     */
    public static void write(Path sorted, Path members, Path keys) throws IOException {
        String name = String.valueOf(members.getFileName());
        try (BufferedReader in = Files.newBufferedReader(sorted);
                OutputStream out = Files.newOutputStream(members);
                BufferedWriter second = Files.newBufferedWriter(keys)) {
            second.append("!meta 0 ")
                    .append(Json.compact(
                            Json.object().put("format", "cdxj-gzip-1.0").put("filename", name)))
                    .append('\n');
            long offset = 0;
            for (String first = in.readLine(); first != null; first = in.readLine()) {
                byte[] member = member(first, in);
                out.write(member);
                second.append(first, 0, first.indexOf('{'))
                        .append(Json.compact(Json.object()
                                .put("offset", offset)
                                .put("length", member.length)
                                .put("digest", WaczWriter.hash(Digests.of(Digest.Algorithm.SHA256, member)))
                                .put("filename", name)))
                        .append('\n');
                offset += member.length;
            }
        }
    }

    private static byte[] member(String first, BufferedReader in) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            String line = first;
            for (int count = 1; line != null; line = ++count <= TOGETHER ? in.readLine() : null) {
                gzip.write(line.getBytes(StandardCharsets.UTF_8));
                gzip.write('\n');
            }
        }
        return packed.toByteArray();
    }
}
