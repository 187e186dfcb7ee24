package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Severity;
import org.pressmark.model.VariantPlace;
import org.pressmark.model.VariantPlace.Reading;
import org.pressmark.model.Witness;

/**
 * An apparatus as JSON: {@code witnesses} (as in a comparison), {@code base} (a siglum), {@code counts} of places by
 * severity, {@code places}. A place is {@code number, kind, field, severity, rule, in_quotation, speaker, spans, readings};
 * a reading {@code witnesses} (sigla), {@code text}, {@code standing} ({@code base, variant, moved, lacking}), {@code kind},
 * {@code singular}. Spans are those of the base's blocks.
 */
public final class ApparatusJson {
    private ApparatusJson() {}

    /**
     * The apparatus as a tree.
     *
     * @param places those to be written, in their order
     */
    public static ObjectNode write(Apparatus apparatus, List<VariantPlace> places) {
        ObjectNode out = Json.object();
        ArrayNode witnesses = out.putArray("witnesses");
        for (Witness witness : apparatus.witnesses()) {
            witnesses.add(ComparisonJson.write(witness));
        }
        out.put("base", apparatus.baseWitness().siglum());
        ObjectNode counts = out.putObject("counts");
        for (Severity severity : Severity.values()) {
            long count = places.stream()
                    .filter(place -> place.severity() == severity)
                    .count();
            if (count > 0) {
                counts.put(severity.word(), count);
            }
        }
        ArrayNode array = out.putArray("places");
        places.forEach(place -> array.add(write(place)));
        return out;
    }

    private static ObjectNode write(VariantPlace place) {
        ObjectNode out = Json.object()
                .put("number", place.number())
                .put("kind", place.kind().word())
                .put("field", place.field().word())
                .put("severity", place.severity().word())
                .put("rule", place.rule())
                .put("in_quotation", place.inQuotation());
        place.speaker().ifPresent(speaker -> out.put("speaker", speaker));
        ComparisonJson.spans(out.putArray("spans"), place.spans());
        ArrayNode readings = out.putArray("readings");
        for (Reading reading : place.readings()) {
            ObjectNode one = readings.addObject();
            reading.sigla().forEach(one.putArray("witnesses")::add);
            one.put("text", reading.text()).put("standing", Words.of(reading.standing()));
            reading.kind().ifPresent(kind -> one.put("kind", kind.word()));
            one.put("singular", reading.singular());
        }
        return out;
    }
}
