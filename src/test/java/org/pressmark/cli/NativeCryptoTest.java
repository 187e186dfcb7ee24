package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import java.util.Locale;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class NativeCryptoTest {

    @Test
    void isThereOnThePlatformsThatTheBuildKnows() {
        String platform =
                (System.getProperty("os.name") + " " + System.getProperty("os.arch")).toLowerCase(Locale.ROOT);
        boolean known = platform.equals("linux amd64")
                || platform.equals("linux aarch64")
                || platform.equals("mac os x aarch64");
        assertEquals(known, NativeCrypto.chosen().isPresent(), platform);
    }

    @Test
    void givesTheDigestsOfJava() throws GeneralSecurityException {
        Provider ours = NativeCrypto.chosen().orElse(Security.getProvider("SUN"));
        Random random = new Random(7);
        for (String algorithm : new String[] {"SHA-1", "SHA-256"}) {
            for (int length = 0; length < 70_000; length = length * 2 + 1) {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                MessageDigest digest = MessageDigest.getInstance(algorithm, ours);
                digest.update(bytes, 0, length / 3);
                digest.update(bytes, length / 3, length - length / 3);
                assertArrayEquals(
                        MessageDigest.getInstance(algorithm, "SUN").digest(bytes), digest.digest(), algorithm);
            }
        }
    }

    @Test
    void javaReadsWhatItEncrypts() throws GeneralSecurityException {
        Provider ours = NativeCrypto.chosen().orElse(Security.getProvider("SunJCE"));
        byte[] text = "A wire story.".repeat(2_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        SecretKeySpec key = new SecretKeySpec(new byte[16], "AES");
        GCMParameterSpec nonce = new GCMParameterSpec(128, new byte[12]);
        Cipher encrypt = Cipher.getInstance("AES/GCM/NoPadding", ours);
        encrypt.init(Cipher.ENCRYPT_MODE, key, nonce);
        Cipher decrypt = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        decrypt.init(Cipher.DECRYPT_MODE, key, nonce);
        assertArrayEquals(text, decrypt.doFinal(encrypt.doFinal(text)));
    }

    @Test
    void leavesKeysAndSignaturesToJava() {
        NativeCrypto.chosen().ifPresent(provider -> {
            assertNull(provider.getService("Signature", "SHA256withRSA"));
            assertNull(provider.getService("KeyFactory", "EC"));
            assertNull(provider.getService("SecureRandom", "DEFAULT"));
        });
    }
}
