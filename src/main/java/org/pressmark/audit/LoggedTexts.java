package org.pressmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;

/**
 * Sets what the index says of texts, of claims and of links against the log's last word on each. The log is read through for so
 * many captures at a time as fit in memory.
 */
final class LoggedTexts {
    private static final Set<String> TYPES = Set.of("version", "claims", "links");

    /** A log of so many leaves is looked at in one part. */
    private static final int LEAVES_AT_ONCE = 400_000;

    private static final String NONE = "none";

    private static final String REMEDY =
            " The index was changed behind the log's back, or the record was that it reads, which"
                    + " is told too. If the files are sound, 'pressmark rebuild' makes the index anew.";

    private static final String BEHIND = " The log does not name every file yet, so it may be behind.";

    private final Path leaves;
    private final Findings findings;
    private final boolean settled;
    private final Map<String, Word> words = new HashMap<>();
    private long unsaid;
    private String firstUnsaid = "";
    private long otherRules;

    /** The log's last word on a capture's text. */
    private static final class Word {
        private long versionLeaf = -1;
        private long claimsLeaf = -1;
        private long linksLeaf = -1;
        private String text = NONE;
        private String extractor = "";
        private String claims = "";
        private List<String> links = List.of();
        private boolean met;
    }

    /** @param settled whether the log names every file: if not, it may be behind, and nobody is to blame */
    LoggedTexts(Path leaves, Findings findings, boolean settled) {
        this.leaves = leaves;
        this.findings = findings;
        this.settled = settled;
    }

    /** @param forgotten ids of captures that were taken out */
    void check(IndexView index, long size, Set<String> forgotten) throws IOException {
        int parts = (int) (1 + size / LEAVES_AT_ONCE);
        for (int part = 0; part < parts; part++) {
            int here = part;
            words.clear();
            read(id -> Math.floorMod(id.hashCode(), parts) == here);
            index.texts(id -> Math.floorMod(id.hashCode(), parts) == here, this::compare);
            words.forEach((id, word) -> {
                if (!word.met && !word.text.equals(NONE) && !forgotten.contains(id)) {
                    differs(
                            "logged-text-missing",
                            "Leaf " + word.versionLeaf + " of the log says which text was read from the capture " + id
                                    + ", and the index has none.");
                }
            });
        }
        if (unsaid > 0) {
            findings.note(
                    "texts-not-logged",
                    -1,
                    "The log does not say what was read from " + unsaid
                            + (unsaid == 1 ? " capture: " : " captures, one of them ")
                            + firstUnsaid
                            + ". The next run that stores something enters what a crash kept out, 'pressmark"
                            + " rebuild' all.");
        }
        if (otherRules > 0) {
            findings.note(
                    "texts-by-other-rules",
                    -1,
                    "The index has " + otherRules + (otherRules == 1 ? " text" : " texts")
                            + " by other rules of reading than the log names; 'pressmark rebuild' enters what they read.");
        }
    }

    private void read(Predicate<String> wanted) throws IOException {
        long[] number = {0};
        LogLines.each(leaves, (buffer, offset, length) -> {
            String line = new String(buffer, offset, length, StandardCharsets.UTF_8);
            if (TYPES.contains(LogLine.text(line, "type")) && wanted.test(LogLine.text(line, "subject"))) {
                take(line, number[0]);
            }
            number[0]++;
        });
    }

    private void take(String line, long leaf) {
        JsonNode said;
        try {
            said = Json.parse(line);
        } catch (JsonException told) {
            return; // as a line that cannot be read
        }
        Word word = words.computeIfAbsent(said.path("subject").asText(), id -> new Word());
        switch (said.path("type").asText()) {
            case "version" -> {
                word.versionLeaf = leaf;
                word.text = said.path("text").asText();
                word.extractor = said.path("extractor").asText();
            }
            case "claims" -> {
                word.claimsLeaf = leaf;
                word.claims = said.path("sha256").asText();
            }
            default -> {
                word.linksLeaf = leaf;
                List<String> links = new ArrayList<>();
                said.path("links").forEach(link -> links.add(link.path("link").asText()));
                word.links = links;
            }
        }
    }

    private void compare(IndexedText read) {
        String id = read.recordId();
        @Nullable Word word = words.get(id);
        if (word != null) {
            word.met = read.text().isPresent();
        }
        if (read.text().isEmpty()) {
            return; // a text that the log says was read is told when all are met
        }
        List<String> links =
                read.links().orElse(List.of()).stream().map(LoggedTexts::sha256).toList();
        if (word == null || word.versionLeaf < 0 || word.claimsLeaf < 0 || word.linksLeaf < 0 && !links.isEmpty()) {
            unsaid++;
            firstUnsaid = firstUnsaid.isEmpty() ? id : firstUnsaid;
            return;
        }
        if (!word.extractor.equals(read.extractor())) {
            otherRules++;
            return;
        }
        if (!word.text.equals(read.text().get())) {
            differs("logged-text-differs", than("another text", id, word.versionLeaf));
        }
        String claims = read.claims().stream().map(claim -> claim + "\n").collect(Collectors.joining());
        if (!word.claims.equals(sha256(claims))) {
            differs("logged-claims-differ", than("other claims", id, word.claimsLeaf));
        }
        if (read.links().isPresent() && !word.links.equals(links)) {
            differs("logged-links-differ", than("other links", id, word.linksLeaf));
        }
    }

    private static String than(String what, String id, long leaf) {
        return "The index has " + what + " of the capture " + id + " than leaf " + leaf + " of the log says.";
    }

    private void differs(String code, String words) {
        if (settled) {
            findings.warning(code, -1, words + REMEDY);
        } else {
            findings.note(code, -1, words + BEHIND);
        }
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(DeclaredDigest.digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
