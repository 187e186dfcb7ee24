package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.pressmark.archive.WaczSigner;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.store.StoreLocation;

/** The key with which an archive signs what it exports: made once, kept in the archive, readable by its owner alone. */
final class SigningKey {
    private static final String FILE = "export-key";

    private final Pipeline house;

    SigningKey(Pipeline house) {
        this.house = house;
    }

    WaczSigner signer() throws IOException {
        Path file = house.folder().resolve(StoreLocation.FOLDER).resolve(FILE);
        try {
            if (house.onlyRead() && !Files.isReadable(file)) {
                return new WaczSigner(fresh()); // for this export alone
            }
            if (!Files.exists(file)) {
                make(file);
            }
            List<String> lines = Files.readAllLines(file);
            KeyFactory keys = KeyFactory.getInstance("EC");
            Base64.Decoder base64 = Base64.getDecoder();
            return new WaczSigner(new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(1)))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(0))))));
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new PipelineException(
                    Trouble.STORAGE,
                    file + ": expected an ECDSA key, found something else; move it away and a new one is made",
                    e);
        }
    }

    private static KeyPair fresh() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        return generator.generateKeyPair();
    }

    private void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = fresh();
        Base64.Encoder base64 = Base64.getEncoder();
        Path fresh = house.passing().resolve(house.newUuid() + ".key");
        OwnersFile.make(
                file,
                fresh,
                base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                        + base64.encodeToString(pair.getPublic().getEncoded()) + "\n");
    }
}
