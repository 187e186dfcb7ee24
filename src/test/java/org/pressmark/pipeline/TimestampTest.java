package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Finding;

/** Checkpoints dated by an authority: a real one on this machine. */
final class TimestampTest {
    private static final String POLICY = "1.3.6.1.4.1.55555.1";

    @TempDir
    private Path folder;

    private final List<Finding> notices = new ArrayList<>();
    private final AtomicLong serial = new AtomicLong(1);
    private HttpServer server;
    private KeyPair keys;
    private X509CertificateHolder certificate;

    @BeforeEach
    void open() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Test authority");
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
        certificate = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(java.time.Instant.parse("2020-01-01T00:00:00Z")),
                        Date.from(java.time.Instant.parse("2049-01-01T00:00:00Z")),
                        name,
                        keys.getPublic())
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                .build(signer);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] reply = answer(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @SuppressWarnings("JavaUtilDate") // the library takes no other
    private byte[] answer(byte[] query) throws IOException {
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", keys.getPrivate(), certificate),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    new ASN1ObjectIdentifier(POLICY));
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(query), BigInteger.valueOf(serial.getAndIncrement()), new Date())
                    .getEncoded();
        } catch (java.security.cert.CertificateException
                | org.bouncycastle.tsp.TSPException
                | org.bouncycastle.operator.OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    private Pipeline house(String url, String allowed) {
        Map<Setting, Settings.Value> values = new EnumMap<>(Setting.class);
        Map.of(
                        Setting.ARCHIVE_DIR,
                        folder.resolve("warcs").toString(),
                        Setting.LEDGER_KEY,
                        folder.resolve("keys/key.pem").toString(),
                        Setting.LEDGER_TIMESTAMP_URL,
                        url,
                        Setting.FETCH_ALLOW_ADDRESSES,
                        allowed)
                .forEach((setting, text) -> values.put(setting, new Settings.Value(text, "test")));
        return Pipeline.open(Settings.defaults().with(values), "test", notices::add);
    }

    private void take(String url, String allowed) throws IOException {
        Path file = Files.writeString(folder.resolve("one.html"), "<title>One</title><p>Some words.</p>");
        try (Pipeline house = house(url, allowed)) {
            new ImportFiles(house)
                    .document(file, "http://news.example/one", Optional.empty(), Optional.of("text/html"));
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Test
    void anAuthorityDatesTheCheckpointAndOpensslBelievesIt() throws Exception {
        take(address(), "127.0.0.1");
        Path proof = folder.resolve("proof");
        try (Pipeline house = house("", "")) {
            new ProveCapture(house).prove("http://news.example/one", Optional.of(proof));
            assertTrue(
                    new VerifyArchive(house).verify((file, done, total) -> {}).conformant());
        }
        Path authority = folder.resolve("authority.pem");
        Files.writeString(
                authority,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "ts",
                        "-verify",
                        "-data",
                        proof.resolve("checkpoint.txt").toString(),
                        "-in",
                        proof.resolve("timestamp.tsr").toString(),
                        "-CAfile",
                        authority.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, openssl.waitFor(), said);
    }

    @Test
    void aTimestampOfSomethingElseIsTold() throws IOException {
        take(address(), "127.0.0.1");
        Path stamps = folder.resolve("warcs/ledger/timestamps");
        Path stamp;
        try (var all = Files.list(stamps)) {
            stamp = all.findFirst().orElseThrow();
        }
        Files.move(stamp, stamps.resolve("1.tsr"));
        try (Pipeline house = house("", "")) {
            VerifyArchive.Verified verified = new VerifyArchive(house).verify((file, done, total) -> {});
            assertEquals(
                    List.of("timestamp-differs"),
                    verified.findings().stream().map(Finding::code).toList());
        }
    }

    @Test
    void theAddressGuardHoldsForTheAuthorityToo() throws IOException {
        take(address(), "");
        assertTrue(notices.stream().anyMatch(finding -> finding.code().equals("no-timestamp")), notices.toString());
        assertFalse(Files.exists(folder.resolve("warcs/ledger/timestamps")));
    }
}
