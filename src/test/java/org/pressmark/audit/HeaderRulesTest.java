package org.pressmark.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Finding;

/** One breach of each header rule (CONFORMANCE A1 to A15), each found and nothing else. */
final class HeaderRulesTest {
    private static final String FILE = "a.warc.gz";

    @TempDir
    Path dir;

    private final WarcMaker maker = new WarcMaker(true);

    @Test
    void requiredFields() throws IOException {
        finds("field-missing", maker.page(1).without("WARC-Type"));
        finds("field-missing", maker.page(1).without("WARC-Record-ID"));
        finds("field-missing", maker.page(1).without("WARC-Date"));
        finds("field-missing", maker.page(1).without("WARC-Target-URI"));
        finds("version-unknown", maker.page(1).version("WARC/2.0"));
    }

    @Test
    void formsOfFields() throws IOException {
        finds("record-id-form", maker.page(1).with("WARC-Record-ID", "urn:uuid:no-brackets"));
        finds("date-form", maker.page(1).with("WARC-Date", "2026-11-22 10:15:00"));
        finds("target-uri-form", maker.page(1).with("WARC-Target-URI", "<http://a.example/>"));
        finds("target-uri-form", maker.page(1).with("WARC-Target-URI", "http://a.example/a b"));
        finds("ip-address-form", maker.page(1).with("WARC-IP-Address", "2001:DB8:0:0:0:0:0:1"));
        finds("truncated-unknown", maker.page(1).with("WARC-Truncated", "tired"));
        finds("content-type", maker.page(1).with("Content-Type", "text/html").without("WARC-Payload-Digest"));
        finds("digest-unknown", maker.page(1).with("WARC-Block-Digest", "crc:12345"));
        finds("header-line", maker.page(1).line("no field at all"));
    }

    @Test
    void fieldsOncePerRecordButConcurrentTo() throws IOException {
        finds("field-repeated", maker.page(1).line("warc-date: " + WarcMaker.DATE));
        assertEquals(
                List.of(),
                codes(maker.page(1).line("WARC-Concurrent-To: <urn:x:1>").line("WARC-Concurrent-To: <urn:x:2>")));
    }

    @Test
    void fieldsWhereTheyBelong() throws IOException {
        finds("field-misplaced", maker.page(1).with("WARC-Refers-To", "<urn:x:1>"));
        finds("field-misplaced", maker.page(1).with("WARC-Filename", "b.warc.gz"));
        finds("field-misplaced", maker.info(FILE).with("WARC-Target-URI", "http://a.example/"));
        finds(
                "payload-digest-without-payload",
                maker.info(FILE)
                        .with(
                                "WARC-Payload-Digest",
                                WarcMaker.sha1(WarcMaker.utf8("software: test\r\nformat: WARC File Format 1.1\r\n"))));
    }

    @Test
    void revisitsAndNotModified() throws IOException {
        WarcMaker.Rec revisit =
                maker.record("revisit", WarcMaker.utf8("")).with("WARC-Target-URI", "http://a.example/");
        finds("revisit-profile", revisit.with("WARC-Profile", "http://example.org/mine"));
        finds(
                "field-missing",
                revisit.with("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"));
        byte[] none = new byte[0];
        finds(
                "not-modified-as-response",
                maker.response("http://a.example/", "HTTP/1.1 304 Not Modified\r\n\r\n", none, none));
    }

    @Test
    void recordsOfOneCaptureShareTheirDate() throws IOException {
        WarcMaker.Rec page = maker.page(1);
        WarcMaker.Rec request = maker.record("request", WarcMaker.utf8("GET / HTTP/1.1\r\n\r\n"))
                .with("WARC-Target-URI", "http://a.example/")
                .with("Content-Type", "application/http;msgtype=request")
                .with("WARC-Concurrent-To", page.field("WARC-Record-ID"))
                .with("WARC-Date", "2026-11-22T10:15:01Z");
        assertEquals(List.of("capture-dates-differ"), codes(page, request));
    }

    @Test
    void warcinfoComesFirst() throws IOException {
        Files.write(dir.resolve(FILE), new WarcMaker(true).add(maker.page(1)).bytes());
        AuditReport report = Auditor.auditFiles(List.of(dir.resolve(FILE)), AuditProgress.SILENT);
        assertEquals("first-record-no-warcinfo", report.findings().get(0).code());
    }

    @Test
    void canonicalAddressesAreKnown() {
        for (String good : List.of(
                "127.0.0.1", "::1", "2001:db8::1", "fe80::1:0:0:1", "::", "1:2:3:4:5:6:7:8", "2001:db8:0:1:1:1:1:1")) {
            assertTrue(IpAddress.canonical(good), good);
        }
        for (String bad : List.of(
                "256.1.1.1", "1.2.3", "::0001", "2001:DB8::1", "1:2:3:4:5:6:7", "2001:db8::0:1", "1::2::3", "x")) {
            assertFalse(IpAddress.canonical(bad), bad);
        }
    }

    private void finds(String code, WarcMaker.Rec record) throws IOException {
        assertEquals(List.of(code), codes(record));
    }

    private List<String> codes(WarcMaker.Rec... records) throws IOException {
        WarcMaker file = new WarcMaker(true);
        file.add(maker.info(FILE));
        for (WarcMaker.Rec record : records) {
            file.add(record);
        }
        Files.write(dir.resolve(FILE), file.bytes());
        AuditReport report = Auditor.auditFiles(List.of(dir.resolve(FILE)), AuditProgress.SILENT);
        assertTrue(report.sound(), report.toString());
        assertEquals(
                report.findings().stream().allMatch(finding -> finding.level() == Finding.Level.NOTE),
                report.conformant());
        return report.findings().stream()
                .filter(finding -> finding.level() != Finding.Level.NOTE)
                .map(Finding::code)
                .toList();
    }
}
