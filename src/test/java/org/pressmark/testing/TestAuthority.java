package org.pressmark.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ServerSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate authority made for one test, with one intermediate below it, as the web's have. */
public final class TestAuthority {
    private final HeldCertificate root;
    private final HeldCertificate intermediate;

    private TestAuthority(HeldCertificate root, HeldCertificate intermediate) {
        this.root = root;
        this.intermediate = intermediate;
    }

    public static TestAuthority create() {
        HeldCertificate root = new HeldCertificate.Builder()
                .commonName("Test Press Root")
                .certificateAuthority(1)
                .build();
        HeldCertificate intermediate = new HeldCertificate.Builder()
                .commonName("Test Press Intermediate")
                .certificateAuthority(0)
                .signedBy(root)
                .build();
        return new TestAuthority(root, intermediate);
    }

    /** The root certificate, as a {@code --ca} file has it. */
    public String pem() {
        return root.certificatePem();
    }

    /** Writes {@link #pem()} into a file of this folder. */
    public Path pemFile(Path folder) {
        try {
            return Files.writeString(folder.resolve("test-press-root.pem"), pem(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Server sockets that prove these host names and send leaf and intermediate. */
    ServerSocketFactory serverSockets(String... hosts) {
        HeldCertificate.Builder leaf =
                new HeldCertificate.Builder().commonName("Test Press").signedBy(intermediate);
        for (String host : hosts) {
            leaf.addSubjectAlternativeName(host);
        }
        return new HandshakeCertificates.Builder()
                .heldCertificate(leaf.build(), intermediate.certificate())
                .build()
                .sslContext()
                .getServerSocketFactory();
    }
}
