package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.pressmark.json.Json;

class ProvJsonTest {
    private static final JsonNode PROV = ProvJson.write(SeedChain.chain());
    private static final String A = "uuid:11111111-1111-4111-8111-111111111111";

    @Test
    void writesTextsAsEntitiesAndAgenciesAsAgents() throws IOException {
        Files.writeString(Path.of("target/prov.json"), Json.pretty(PROV));
        assertEquals("copies.example", PROV.at("/entity/" + A + "/prov:label").asText());
        assertEquals(
                "pm:UncapturedWire", PROV.at("/entity/wire:AFP%3A1/prov:type/$").asText());
        assertEquals("AFP", PROV.at("/agent/who:AFP/prov:label").asText());
        assertEquals(2, PROV.path("wasAttributedTo").size());
        assertEquals(
                "2026-11-21T16:14:05Z",
                PROV.path("wasGeneratedBy").elements().next().path("prov:time").asText());
    }

    @Test
    void calledAnAgencysItemThePrimarySource() {
        JsonNode link = PROV.at("/wasDerivedFrom/_:link1");
        assertEquals("prov:PrimarySource", link.at("/prov:type/$").asText());
        assertEquals("wire:AFP%3A1", link.path("prov:usedEntity").asText());
        assertEquals("evidence:1", link.at("/pm:hadEvidence/0/$").asText());
        assertEquals("By AFP", PROV.at("/entity/evidence:1/oa:exact").asText());
    }

    @Test
    void keepsWhatIsInferredInABundleOfItsOwn() {
        JsonNode inferred = PROV.at("/bundle/pm:inferred-links/wasDerivedFrom");
        assertEquals(1, inferred.size());
        assertEquals(
                "inferred-possible",
                inferred.elements().next().path("pm:outcome").asText());
        assertEquals(
                "prov:Bundle", PROV.at("/entity/pm:inferred-links/prov:type/$").asText());
        PROV.path("wasDerivedFrom")
                .forEach(link -> assertTrue(!link.path("pm:basis").asText().equals("inferred")));
    }

    @Test
    void escapesNamesAndDeclaresEveryPrefix() {
        assertEquals(
                "page:com%2Cthemoscowtimes%29/2021/12/27/turkey-urges-russia%3Fa%3D%28b%29",
                ProvNames.node(SeedChain.MOSCOW));
        assertEquals("text:_", ProvNames.node(""));
        assertEquals("text:%2Da%E2%80%AE%2E", ProvNames.node("-a\u202e."));
        for (Iterator<String> names = PROV.path("entity").fieldNames(); names.hasNext(); ) {
            String name = names.next();
            assertTrue(name.matches("[a-z]+:[A-Za-z0-9%_/~.-]+"), name);
            assertTrue(PROV.path("prefix").has(name.substring(0, name.indexOf(':'))), name);
        }
    }
}
