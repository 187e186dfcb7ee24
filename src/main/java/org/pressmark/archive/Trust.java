package org.pressmark.archive;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.WaczStep;

/** Whether certificates are of a name, and lead to a root that this Java trusts, as of a time. */
final class Trust {
    private static final int DNS_NAME = 2;

    private Trust() {}

    /** True where a certificate is made out to a host. */
    static boolean names(X509Certificate certificate, String host) {
        if (host.isEmpty()) {
            return false;
        }
        String wanted = host.toLowerCase(Locale.ROOT);
        String wild = "*" + wanted.substring(Math.max(0, wanted.indexOf('.')));
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null
                    && names.stream()
                            .filter(name -> name.get(0) instanceof Integer kind && kind == DNS_NAME)
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .anyMatch(name -> name.equals(wanted) || name.equals(wild));
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** Whether a chain led to a trusted root at that time; a failure is no proof of tampering. */
    static WaczStep chain(String step, List<X509Certificate> chain, Instant then) {
        Optional<String> last = Optional.empty();
        // A chain may hold more than leads to the root: a cross-signed root, for one.
        for (int length = chain.size(); length > 0; length--) {
            last = validated(chain.subList(0, length), then);
            if (last.isEmpty()) {
                return new WaczStep(step, WaczStep.Verdict.OK, "the certificates led to a trusted root at " + then);
            }
        }
        return new WaczStep(
                step,
                WaczStep.Verdict.UNKNOWN,
                "this machine trusts no root of these certificates (" + last.orElse("none given")
                        + "); that says nothing against the bytes");
    }

    private static Optional<String> validated(List<X509Certificate> chain, Instant then) {
        try {
            Set<TrustAnchor> anchors = anchors();
            List<X509Certificate> path = new ArrayList<>(chain);
            path.removeIf(
                    certificate -> anchors.stream().anyMatch(anchor -> certificate.equals(anchor.getTrustedCert())));
            if (path.isEmpty()) {
                return Optional.empty();
            }
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(then));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Set<TrustAnchor> anchors() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        @Nullable KeyStore theJdks = null;
        factory.init(theJdks);
        Set<TrustAnchor> out = new HashSet<>();
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                for (X509Certificate root : known.getAcceptedIssuers()) {
                    out.add(new TrustAnchor(root, null));
                }
            }
        }
        return out;
    }
}
