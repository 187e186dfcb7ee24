package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.pressmark.store.StoreLocation;

/** The token by which an archive's owner may change it from a browser: made once, in a file that its owner alone can read. */
public final class ServeToken {
    private static final int BYTES = 20;
    private static final String FILE = "token";

    private final Pipeline house;

    public ServeToken(Pipeline house) {
        this.house = house;
    }

    /** The archive's token, 40 hexadecimal digits; the same at every start, so that browsers keep theirs. */
    public String get() throws IOException {
        Path folder = house.folder().resolve(StoreLocation.FOLDER);
        Path file = folder.resolve(FILE);
        if (house.onlyRead() && !Files.isReadable(file)) {
            return fresh(); // until this server ends
        }
        if (!Files.exists(file)) {
            house.ownFolder();
            make(file);
        }
        String token = Files.readString(file).strip();
        if (!token.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw new PipelineException(
                    PipelineException.Trouble.STORAGE,
                    file + ": expected a token of " + 2 * BYTES
                            + " hexadecimal digits; delete the file, a new one is made");
        }
        return token;
    }

    private static String fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void make(Path file) throws IOException {
        Path fresh = house.passing().resolve(house.newUuid() + ".token");
        OwnersFile.make(file, fresh, fresh() + "\n");
    }
}
