package org.pressmark.archive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pressmark.json.Json;
import org.pressmark.model.Digest;

/** Writes a WACZ file (1.1.1): every entry stored as it is, its hash in the data package, the package's own hash signed. */
public final class WaczWriter implements Closeable {
    private static final String PACKAGE = "datapackage.json";

    private final ZipOutputStream zip;
    private final Instant created;
    private final ArrayNode resources = Json.array();

    /** @param created when the file was made; the entries carry it too */
    public WaczWriter(OutputStream out, Instant created) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What opens and reads the same bytes each time. */
    private interface Source {
        InputStream open() throws IOException;
    }

    /** Adds a file, e.g. {@code archive/data.warc.gz}. */
    public void add(String path, Path file) throws IOException {
        add(path, () -> Files.newInputStream(file), true);
    }

    /** Adds a text in UTF-8, e.g. {@code pages/pages.jsonl}. */
    public void add(String path, String text) throws IOException {
        add(path, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true);
    }

    /**
     * Adds the data package and its signed digest, and ends the file.
     *
     * @param mainPage address and date of the page to open first
     */
    public void finish(
            String title, String software, Optional<String> mainPage, Optional<Instant> mainPageDate, WaczSigner signer)
            throws IOException {
        ObjectNode data = Json.object()
                .put("profile", "data-package")
                .put("wacz_version", "1.1.1")
                .put("title", title)
                .put("created", created.toString())
                .put("software", software);
        mainPage.ifPresent(url -> data.put("mainPageUrl", url));
        mainPageDate.ifPresent(date -> data.put("mainPageDate", date.toString()));
        data.set("resources", resources);
        String text = Json.pretty(data);
        add(PACKAGE, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false);
        String hash = hash(Digests.of(Digest.Algorithm.SHA256, text.getBytes(StandardCharsets.UTF_8)));
        ObjectNode digest = Json.object().put("path", PACKAGE).put("hash", hash);
        digest.set("signedData", signer.signedData(hash, created, software));
        byte[] bytes = Json.pretty(digest).getBytes(StandardCharsets.UTF_8);
        add("datapackage-digest.json", () -> new ByteArrayInputStream(bytes), false);
        zip.finish();
    }

    private void add(String path, Source source, boolean resource) throws IOException {
        CRC32 crc = new CRC32();
        MessageDigest sha256 = Digests.start(Digest.Algorithm.SHA256);
        long length = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = source.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                crc.update(buffer, 0, count);
                sha256.update(buffer, 0, count);
                length += count;
            }
        }
        ZipEntry entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(length);
        entry.setCompressedSize(length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(LocalDateTime.ofInstant(created, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        try (InputStream in = source.open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
        if (resource) {
            resources
                    .addObject()
                    .put("name", path.substring(path.lastIndexOf('/') + 1))
                    .put("path", path)
                    .put("hash", hash(Digest.of(Digest.Algorithm.SHA256, sha256.digest())))
                    .put("bytes", length);
        }
    }

    static String hash(Digest sha256) {
        return "sha256:" + sha256.hex();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
