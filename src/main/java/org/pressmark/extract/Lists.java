package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** Lists of names used in mark-up, one an entry, that lie beside this class. */
final class Lists {
    private Lists() {}

    /** The entries of {@code <name>.txt}, {@code #} comments and empty lines dropped. */
    static Set<String> load(String name) {
        Set<String> out = new LinkedHashSet<>();
        try (InputStream in = Lists.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException(
                        "expected the list " + name + ".txt in the program, found none: build it anew");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String entry = line.strip();
                if (!entry.isEmpty() && !entry.startsWith("#")) {
                    out.add(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list " + name + ".txt cannot be read", e);
        }
        return Set.copyOf(out);
    }
}
