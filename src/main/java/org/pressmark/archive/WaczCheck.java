package org.pressmark.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.WaczStep;

/** Checks a WACZ file without taking anything in: its hashes, its parts, its signature. */
public final class WaczCheck {
    private WaczCheck() {}

    /** True for a file that begins as a WACZ does. */
    public static boolean looksLike(Path file) throws IOException {
        return WaczZip.looksLike(file);
    }

    /**
     * Every step, in the order of the specification.
     *
     * @throws NotAnArchiveException where it is no ZIP file, or none that may be opened
     */
    public static List<WaczStep> check(Path file) throws IOException {
        try (WaczZip zip = WaczZip.open(file)) {
            List<WaczStep> steps = new ArrayList<>();
            WaczPackage said = WaczPackage.read(zip);
            List<String> wrong = new ArrayList<>(said.losses());
            wrong.addAll(said.troubles());
            wrong.addAll(said.differences(zip));
            wrong.forEach(words -> steps.add(new WaczStep("files", WaczStep.Verdict.FAILED, words)));
            if (wrong.isEmpty()) {
                steps.add(new WaczStep("files", WaczStep.Verdict.OK, "every file is listed and has its hash"));
            }
            steps.addAll(WaczSignature.check(zip));
            return List.copyOf(steps);
        }
    }
}
