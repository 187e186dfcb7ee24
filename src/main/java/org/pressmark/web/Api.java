package org.pressmark.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;

/** The door for programs: JSON in and out, below {@code /api/v1}. */
final class Api {
    static final String BASE = "/api/v1";

    private final List<Endpoint> endpoints;
    private final Keeper keeper;

    Api(Hall hall, Keeper keeper) {
        this.endpoints = new Endpoints(hall).all();
        this.keeper = keeper;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** {@code /api/openapi.json}: what there is. */
    Answer describe(Asked asked) {
        return json(200, OpenApi.describe(endpoints, BASE));
    }

    /** {@code /api/v1/…}. */
    Answer answer(Asked asked) throws IOException {
        String path = asked.path().substring(BASE.length());
        String method = asked.method().equals("HEAD") ? "get" : asked.method().toLowerCase(Locale.ROOT);
        Optional<Endpoint> endpoint = endpoints.stream()
                .filter(one -> one.path().equals(path) && one.method().equals(method))
                .findFirst();
        if (endpoint.isEmpty()) {
            return error(404, asked.path() + ": no such entrance; /api/openapi.json names them all");
        }
        if (method.equals("post") && !keeper.mayAct(asked)) {
            return error(
                            401,
                            "the token is missing or wrong; send Authorization: Bearer TOKEN, as 'pressmark serve' printed it")
                    .with("WWW-Authenticate", "Bearer");
        }
        try {
            Endpoint.Given given = method.equals("post") ? body(asked) : asked::parameter;
            Optional<JsonNode> found = endpoint.get().work().answer(given);
            return found.map(node -> json(200, node)).orElseGet(() -> error(404, "not in this archive"));
        } catch (IllegalArgumentException | JsonException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
    }

    private static Endpoint.Given body(Asked asked) throws IOException {
        JsonNode sent = Json.parse(asked.body());
        return name ->
                Optional.ofNullable(sent.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static Answer json(int status, JsonNode node) {
        return Answer.text(status, "application/json; charset=utf-8", Json.pretty(node));
    }

    private static Answer error(int status, String words) {
        return json(status, Json.object().put("error", words));
    }
}
