package org.pressmark.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.pressmark.json.Json;
import org.pressmark.model.Finding;

/**
 * The keys that a log was signed with, as its own leaves name them. When another key is in force than the log's last, a leaf
 * hands the log over: signed by both, or by the new one alone where the old one is lost.
 */
public final class LogKeys {
    private final Ledger ledger;
    private final KeyRing ring;
    private final Consumer<Finding> notices;

    public LogKeys(Ledger ledger, KeyRing ring, Consumer<Finding> notices) {
        this.ledger = ledger;
        this.ring = ring;
        this.notices = notices;
    }

    /** The keys that the log names, oldest first. */
    public static List<VerifierKey> of(Ledger ledger) throws IOException {
        List<VerifierKey> out = new ArrayList<>();
        SortedSet<Long> own = ledger.find(List.of(Ledger.SELF)).getOrDefault(Ledger.SELF, new TreeSet<>());
        for (long leaf : own) {
            JsonNode said = Json.parse(new String(ledger.leaf(leaf), StandardCharsets.UTF_8));
            if (said.path("type").asText().equals("key")) {
                out.add(new VerifierKey(said.path("key").asText()));
            }
        }
        return out;
    }

    /** The key in force, made and entered into the log where that has not been done. */
    public SigningKey inForce(Instant now) throws IOException {
        boolean fresh = ring.current().isEmpty();
        SigningKey key = ring.currentOrNew();
        if (fresh) {
            notices.accept(new Finding(
                    Finding.Level.NOTE,
                    "key-made",
                    "",
                    -1,
                    "a key was made that signs your archives' logs: " + ring.file() + " (fingerprint "
                            + key.verifier().fingerprint().substring(0, 16)
                            + "…). Keep a copy of the file apart from the archive; 'pressmark key show' tells more"));
        }
        List<VerifierKey> named = of(ledger);
        Optional<VerifierKey> last = named.isEmpty() ? Optional.empty() : Optional.of(named.get(named.size() - 1));
        if (!last.equals(Optional.of(key.verifier()))) {
            ledger.append(List.of(statement(key, last)), now);
        }
        return key;
    }

    private Statement statement(SigningKey key, Optional<VerifierKey> last) throws IOException {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("key", key.verifier().base64());
        if (last.isPresent()) {
            facts.put("previous", last.get().base64());
            byte[] words = handover(ledger.origin(), last.get(), key.verifier()).getBytes(StandardCharsets.UTF_8);
            Optional<SigningKey> old = ring.earlier(last.get());
            facts.put("signature", Base64.getEncoder().encodeToString(key.sign(words)));
            if (old.isPresent()) {
                facts.put(
                        "previous-signature",
                        Base64.getEncoder().encodeToString(old.get().sign(words)));
            } else {
                notices.accept(new Finding(
                        Finding.Level.WARNING,
                        "key-lost",
                        "",
                        -1,
                        "the log was signed by the key "
                                + last.get().fingerprint().substring(0, 16)
                                + "…, which is not here; from now on it is signed by another, and nothing but your word"
                                + " ties the two. If you have the old key, put it back as " + ring.file()
                                + " before you go on"));
            }
        }
        return new Statement("key", Ledger.SELF, facts);
    }

    /** The words that both keys sign. */
    private static String handover(String origin, VerifierKey from, VerifierKey to) {
        return "pressmark key handover 1\n" + origin + "\n" + from.base64() + "\n" + to.base64() + "\n";
    }
}
