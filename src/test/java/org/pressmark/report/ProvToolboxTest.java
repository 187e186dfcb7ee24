package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openprovenance.prov.model.Bundle;
import org.openprovenance.prov.model.Document;
import org.openprovenance.prov.model.Entity;
import org.openprovenance.prov.model.ProvFactory;
import org.openprovenance.prov.model.Statement;
import org.openprovenance.prov.model.StatementOrBundle;
import org.openprovenance.prov.notation.ProvDeserialiser;
import org.pressmark.model.ProvenanceChain;

/** ProvToolbox, the reference implementation of PROV, reads what {@link ProvN} writes, and nothing is lost on the way. */
class ProvToolboxTest {
    private static final ProvFactory FACTORY = new org.openprovenance.prov.vanilla.ProvFactory();

    @Test
    void readsEveryRecordOfTheSeeds() {
        assertEquals(written(SeedChain.chain()), read(SeedChain.chain()));
    }

    @Test
    void readsNamesAndWordsOfHostilePages() {
        assertEquals(written(ChainTextTest.hostile()), read(ChainTextTest.hostile()));
    }

    @Test
    void readsNamesValuesAndTheBundleAsTheyWereMeant() {
        List<StatementOrBundle> all = document(SeedChain.chain()).getStatementOrBundle();
        Entity wire = all.stream()
                .filter(Entity.class::isInstance)
                .map(Entity.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals("urn:pressmark:wire:AFP%3A1", wire.getId().getUri());
        assertEquals("AFP, wire", wire.getLabel().get(0).getValue());
        Bundle inferred = all.stream()
                .filter(Bundle.class::isInstance)
                .map(Bundle.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals("urn:pressmark:ns:inferred-links", inferred.getId().getUri());
        assertEquals(1, inferred.getStatement().size());
    }

    /** How many records of each kind ProvToolbox finds. */
    private static Map<String, Integer> read(ProvenanceChain chain) {
        Map<String, Integer> found = new TreeMap<>();
        for (StatementOrBundle one : document(chain).getStatementOrBundle()) {
            if (one instanceof Bundle bundle) {
                for (Statement statement : bundle.getStatement()) {
                    found.merge("bundle " + word(statement), 1, Integer::sum);
                }
            } else {
                found.merge(word(one), 1, Integer::sum);
            }
        }
        return found;
    }

    private static Map<String, Integer> written(ProvenanceChain chain) {
        Map<String, Integer> found = new TreeMap<>();
        JsonNode json = ProvJson.write(chain);
        count(json, "", found);
        json.path("bundle").forEach(bundle -> count(bundle, "bundle ", found));
        return found;
    }

    private static void count(JsonNode section, String before, Map<String, Integer> found) {
        section.properties().forEach(kind -> {
            if (!List.of("prefix", "bundle").contains(kind.getKey())) {
                found.put(before + kind.getKey(), kind.getValue().size());
            }
        });
    }

    private static String word(StatementOrBundle one) {
        String kind = one.getKind().name(); // PROV_DERIVATION
        return switch (kind) {
            case "PROV_ENTITY", "PROV_AGENT", "PROV_ACTIVITY" ->
                kind.substring(5).toLowerCase(java.util.Locale.ROOT);
            case "PROV_GENERATION" -> "wasGeneratedBy";
            case "PROV_ATTRIBUTION" -> "wasAttributedTo";
            case "PROV_ASSOCIATION" -> "wasAssociatedWith";
            case "PROV_DERIVATION" -> "wasDerivedFrom";
            case "PROV_ALTERNATE" -> "alternateOf";
            default -> kind;
        };
    }

    private static Document document(ProvenanceChain chain) {
        return new ProvDeserialiser(FACTORY)
                .deserialiseDocument(new ByteArrayInputStream(ProvN.write(chain).getBytes(StandardCharsets.UTF_8)));
    }
}
