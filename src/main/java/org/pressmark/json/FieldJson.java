package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pressmark.model.Field;

/** {@code {"value","exact","rule","place"}}. */
final class FieldJson {
    private FieldJson() {}

    static ObjectNode write(Field field) {
        ObjectNode out = Json.object()
                .put("value", field.value())
                .put("exact", field.exact())
                .put("rule", field.rule());
        PlaceJson.set(out, field.place());
        return out;
    }

    static ArrayNode write(List<Field> fields) {
        ArrayNode out = Json.array();
        fields.forEach(field -> out.add(write(field)));
        return out;
    }

    static Field read(In in) {
        return new Field(in.text("value"), in.text("exact"), PlaceJson.get(in), in.text("rule"));
    }
}
