package org.pressmark.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** A timestamp (RFC 3161), verified with the certificate that is given beside it. */
final class TimestampToken {
    private TimestampToken() {}

    /**
     * The time that a token states, once it proves to be a stamp of this text by this certificate.
     *
     * @param bytes a token, or a service's answer with one in it
     * @throws GeneralSecurityException that says what does not hold
     */
    static Instant verified(byte[] bytes, String stamped, X509Certificate service) throws GeneralSecurityException {
        try {
            TimeStampToken token = token(bytes);
            byte[] imprint = token.getTimeStampInfo().getMessageImprintDigest();
            MessageDigest digest = MessageDigest.getInstance(imprint.length == 32 ? "SHA-256" : "SHA-512");
            if (!Arrays.equals(digest.digest(stamped.getBytes(StandardCharsets.UTF_8)), imprint)) {
                throw new SignatureException("the timestamp is one of something else");
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(service));
            return token.getTimeStampInfo().getGenTime().toInstant();
        } catch (TSPException | CMSException | IOException | OperatorCreationException | RuntimeException e) {
            throw new SignatureException("the timestamp does not hold: " + e.getMessage(), e);
        }
    }

    private static TimeStampToken token(byte[] bytes) throws TSPException, IOException, CMSException {
        try {
            TimeStampToken answered = new TimeStampResponse(bytes).getTimeStampToken();
            if (answered != null) {
                return answered;
            }
        } catch (TSPException | IOException notAnAnswer) {
            return new TimeStampToken(new CMSSignedData(bytes));
        }
        return new TimeStampToken(new CMSSignedData(bytes));
    }
}
