package org.pressmark.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom we believe: the default certificate authorities, and those that the settings add. Nothing turns checking off. */
final class Trust {
    private final X509TrustManager manager;

    private Trust(X509TrustManager manager) {
        this.manager = manager;
    }

    /**
     * Default authorities and those of these PEM files.
     *
     * @throws FetchException where a file cannot be read or holds no certificate
     */
    static Trust of(List<Path> pemFiles) {
        try {
            X509TrustManager standard = manager(null);
            if (pemFiles.isEmpty()) {
                return new Trust(standard);
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int entry = 0;
            for (X509Certificate issuer : standard.getAcceptedIssuers()) {
                store.setCertificateEntry("standard-" + entry++, issuer);
            }
            for (Path file : pemFiles) {
                for (Certificate certificate : read(file)) {
                    store.setCertificateEntry("own-" + entry++, certificate);
                }
            }
            return new Trust(manager(store));
        } catch (GeneralSecurityException | IOException e) {
            throw FetchException.ofMachine(
                    "the certificate authorities of this Java cannot be loaded: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the files once, to speak of a wrong one early.
     *
     * @throws FetchException where a file cannot be read or holds no certificate
     */
    static void check(List<Path> pemFiles) {
        pemFiles.forEach(Trust::read);
    }

    X509TrustManager manager() {
        return manager;
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw FetchException.ofMachine("this Java offers no TLS: " + e.getMessage(), e);
        }
    }

    private static Collection<? extends Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw FetchException.ofSettings(
                        "certificate authorities: expected PEM certificates in " + file + ", found none");
            }
            return found;
        } catch (IOException e) {
            throw FetchException.ofSettings(
                    "certificate authorities: " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        } catch (GeneralSecurityException e) {
            throw FetchException.ofSettings(
                    "certificate authorities: expected PEM certificates in " + file + ", found: " + e.getMessage(), e);
        }
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }
}
