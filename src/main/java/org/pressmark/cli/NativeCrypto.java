package org.pressmark.cli;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Digests and the cipher of TLS by the processor's own instructions from the first byte on. Java has them too, but only in
 * what its optimising compiler made, and a command that takes seconds ends before that pays.
 *
 * <p>The library (Amazon Corretto Crypto Provider) stands beside the jar where the build knew one for the platform. Nothing
 * else of it is used: keys, certificates and signatures stay Java's. Where it is missing or does not load, Java's own do.
 */
final class NativeCrypto {
    /** Set by the launcher for the commands that hash much. */
    private static final String WANTED = "pressmark.crypto";

    private static final String LIBRARY = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final Set<String> TAKEN =
            Set.of("MessageDigest.SHA-1", "MessageDigest.SHA-256", "Cipher.AES/GCM/NoPadding");

    private NativeCrypto() {}

    /** Puts the library before Java's own, where the launcher wants it and it loads. */
    static void install() {
        if ("native".equals(System.getProperty(WANTED))) {
            chosen().ifPresent(provider -> Security.insertProviderAt(provider, 1));
        }
    }

    /** What is taken of the library, where it stands on the class path and has code for this machine. */
    static Optional<Provider> chosen() {
        return library().map(Chosen::new);
    }

    private static Optional<Provider> library() {
        try {
            Provider library = Class.forName(LIBRARY)
                    .asSubclass(Provider.class)
                    .getDeclaredConstructor()
                    .newInstance();
            // One that found no code for this machine offers nothing.
            return Optional.of(library).filter(found -> found.getService("MessageDigest", "SHA-256") != null);
        } catch (ReflectiveOperationException | LinkageError | SecurityException missing) {
            return Optional.empty();
        }
    }

    /** Of all that the library offers, what is {@link #TAKEN}. */
    private static final class Chosen extends Provider {
        private static final long serialVersionUID = 1;

        private final transient Provider library;

        Chosen(Provider library) {
            super("PressmarkNative", "1", "digests and AES-GCM of " + library.getName());
            this.library = library;
        }

        @Override
        public @Nullable Service getService(String type, String algorithm) {
            return TAKEN.contains(type + "." + algorithm) ? library.getService(type, algorithm) : null;
        }
    }
}
