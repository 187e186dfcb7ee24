package org.pressmark.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Internet Archive's files of before 2009, as a user meets them: plain, a gzip member a record, or gzip all round. */
class ArcTest {
    private static final String PAGE = "http://old.example/page";
    private static final String FIELDS = "1 0 Maker\nURL IP-address Archive-date Content-type Archive-length\n";

    @TempDir
    private Path folder;

    private static String record(String url, String date, String type, String block) {
        return url + " 192.0.2.1 " + date + " " + type + " " + block.length() + "\n" + block + "\n";
    }

    private Path file(String name) throws IOException {
        List<String> records = List.of(
                record("filedesc://old.arc", "19990102030405", "text/plain", FIELDS),
                record(
                        PAGE,
                        "19990102030405",
                        "text/html",
                        "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Storm</h1><p>The harbour was closed.</p>"),
                record(
                        "http://old.example/gone",
                        "19990102030406",
                        "text/html",
                        "HTTP/1.0 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>gone</p>"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (name.startsWith("whole")) {
            out.write(gzip(String.join("", records)));
        } else {
            for (String record : records) {
                out.write(name.endsWith(".gz") ? gzip(record) : record.getBytes(ISO_8859_1));
            }
        }
        return Files.write(folder.resolve(name), out.toByteArray());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream member = new GZIPOutputStream(out)) {
            member.write(text.getBytes(ISO_8859_1));
        }
        return out.toByteArray();
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"old.arc", "old.arc.gz", "whole.arc.gz"})
    void replaysFromTheFile(String name) throws IOException {
        String file = file(name).toString();
        Console.Run page = run("replay", "--from", file, PAGE);
        assertEquals(0, page.code(), page.toString());
        assertTrue(page.out().contains("The harbour was closed."), page.out());
        assertTrue(page.err().contains("capture of 1999-01-02T03:04:05Z"), page.err());
        Console.Run gone = run("replay", "--from", file, "http://old.example/gone", "--headers");
        assertTrue(gone.out().contains("HTTP/1.0 404 Not Found"), gone.out());
        assertEquals(
                4, run("replay", "--from", file, "http://old.example/never").code());
    }

    @ParameterizedTest
    @CsvSource({"old.arc,0,copied", "old.arc.gz,0,copied", "whole.arc.gz,0,rewritten"})
    void importsTheFile(String name, int code, String outcome) throws IOException {
        Console.Run imported = run("import", file(name).toString());
        assertEquals(code, imported.code(), imported.toString());
        assertTrue(imported.out().contains(outcome) && imported.out().contains("2 captures indexed"), imported.out());
        assertTrue(run("replay", PAGE + "@1999").out().contains("The harbour was closed."));
        assertEquals(0, run("verify").code());
        assertEquals(0, run("rebuild", "--check").code());
        assertTrue(run("export", "--cdxj", "--all", "-").out().startsWith("example,old)/gone 19990102030406 {"));
    }
}
