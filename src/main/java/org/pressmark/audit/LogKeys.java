package org.pressmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.json.Json;

/**
 * Whose signatures count: the keys that the caller believes and those that are tied to one of them by leaves that hand the log
 * over, signed by old and new; without any believed key, those that the log itself names.
 */
final class LogKeys {
    private final Set<LogKey> given = new LinkedHashSet<>();
    private final Set<LogKey> own = new LinkedHashSet<>();
    private final List<Handover> handovers = new ArrayList<>();
    private final Set<LogKey> named = new LinkedHashSet<>();

    private record Handover(LogKey from, LogKey to, boolean byOld, boolean byNew) {}

    LogKeys(LogTrust trust) {
        trust.keys().forEach(text -> given.add(key(text)));
        trust.own().forEach(text -> own.add(key(text)));
    }

    private static LogKey key(String text) {
        return LogKey.parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("expected a public key as PEM or as C2SP verifier key"));
    }

    /** Takes a leaf that names a key. */
    void add(String line, String origin) {
        JsonNode said = Json.parse(line);
        Optional<LogKey> key = LogKey.parse(said.path("key").asText());
        Optional<LogKey> previous = LogKey.parse(said.path("previous").asText());
        key.ifPresent(named::add);
        if (key.isPresent() && previous.isPresent()) {
            String words = "pressmark key handover 1\n" + origin + "\n"
                    + previous.get().base64() + "\n" + key.get().base64() + "\n";
            handovers.add(new Handover(
                    previous.get(),
                    key.get(),
                    previous.get().signed(words, said.path("previous-signature").asText()),
                    key.get().signed(words, said.path("signature").asText())));
        }
    }

    Set<LogKey> believed() {
        Set<LogKey> out = new LinkedHashSet<>(given);
        if (out.isEmpty()) {
            own.stream().filter(named::contains).forEach(out::add);
        }
        if (out.isEmpty()) {
            return named;
        }
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Handover handover : handovers) {
                boolean forth = handover.byOld() && handover.byNew() && out.contains(handover.from());
                boolean back = handover.byNew() && out.contains(handover.to()); // its holder vouches for the one before
                grew |= forth && out.add(handover.to());
                grew |= back && out.add(handover.from());
            }
        }
        return out;
    }

    void tell(Findings findings) {
        for (Handover handover : handovers) {
            if (!handover.byNew()) {
                findings.damage(
                        "handover-unsigned",
                        -1,
                        "A leaf names the key " + handover.to().shown()
                                + " as the log's next, and that key did not sign it.");
            } else if (!handover.byOld()) {
                findings.warning(
                        "key-not-handed-over",
                        -1,
                        "From one leaf on the log is signed by the key "
                                + handover.to().shown()
                                + "; the one before it, " + handover.from().shown()
                                + ", did not sign for that. So it is where a key was lost, or taken over.");
            }
        }
        if (given.isEmpty() && !named.isEmpty() && own.stream().noneMatch(named::contains)) {
            findings.note(
                    "key-from-log",
                    -1,
                    "The log was checked against the keys that it names itself: " + shown(named)
                            + (own.isEmpty() ? "" : ", none of which is yours")
                            + ". --key FILE checks it against one that you kept elsewhere.");
        }
    }

    private static String shown(Set<LogKey> keys) {
        return String.join(", ", keys.stream().map(LogKey::shown).toList());
    }
}
