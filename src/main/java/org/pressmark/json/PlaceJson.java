package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.Place;

/** {@code {"start","end","startByte","endByte","selector"}}. */
final class PlaceJson {
    private PlaceJson() {}

    static ObjectNode write(Place place) {
        return Json.object()
                .put("start", place.start())
                .put("end", place.end())
                .put("startByte", place.startByte())
                .put("endByte", place.endByte())
                .put("selector", place.selector());
    }

    /** Sets {@code place}, but for {@link Place#NONE}, which is left out. */
    static void set(ObjectNode out, Place place) {
        if (!place.equals(Place.NONE)) {
            out.set("place", write(place));
        }
    }

    static Place get(In in) {
        return in.optional("place", PlaceJson::read).orElse(Place.NONE);
    }

    private static Place read(In in) {
        return new Place(
                in.small("start", 0),
                in.small("end", 0),
                in.integer("startByte", 0),
                in.integer("endByte", 0),
                in.text("selector"));
    }
}
