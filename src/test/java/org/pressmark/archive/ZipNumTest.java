package org.pressmark.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;
import org.pressmark.model.Digest;

/** An index in members: what the second file says of each is so. */
class ZipNumTest {
    @TempDir
    Path folder;

    @Test
    void b25EachMemberIsWhereItsKeySaysAndAllGiveTheIndex() throws IOException {
        List<String> lines = IntStream.range(0, 7_001)
                .mapToObj(i -> "example,a)/%05d 20211227144000 {\"url\": \"http://a.example/%05d\"}".formatted(i, i))
                .toList();
        Path members = folder.resolve("index.cdx.gz");
        Path keys = folder.resolve("index.idx");
        ZipNum.write(Files.write(folder.resolve("index.cdxj"), lines), members, keys);
        List<String> second = Files.readAllLines(keys);
        assertEquals("!meta 0 {\"format\":\"cdxj-gzip-1.0\",\"filename\":\"index.cdx.gz\"}", second.get(0));
        assertEquals(4, second.size());
        byte[] all = Files.readAllBytes(members);
        StringBuilder read = new StringBuilder();
        for (String line : second.subList(1, second.size())) {
            JsonNode place = Json.parse(line.substring(line.indexOf('{')));
            int offset = place.get("offset").intValue();
            byte[] member =
                    Arrays.copyOfRange(all, offset, offset + place.get("length").intValue());
            assertEquals(
                    "sha256:" + Digests.of(Digest.Algorithm.SHA256, member).hex(),
                    place.get("digest").textValue());
            String text = new String(
                    new GZIPInputStream(new ByteArrayInputStream(member)).readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(line.substring(0, line.indexOf('{')), text.substring(0, text.indexOf('{')));
            read.append(text);
        }
        assertEquals(lines, read.toString().lines().toList());
    }
}
