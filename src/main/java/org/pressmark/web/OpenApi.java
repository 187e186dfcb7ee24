package org.pressmark.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pressmark.json.Json;

/** The description of the entrances for programs (OpenAPI 3.1). */
final class OpenApi {
    private OpenApi() {}

    /** @param base under which all paths lie, e.g. {@code /api/v1} */
    static ObjectNode describe(List<Endpoint> endpoints, String base) {
        ObjectNode out = Json.object().put("openapi", "3.1.0");
        out.putObject("info")
                .put("title", "Pressmark")
                .put("version", "1")
                .put("description", "What a web archive of news articles holds, what differs, where it comes from.");
        out.putArray("servers").addObject().put("url", base);
        ObjectNode paths = out.putObject("paths");
        for (Endpoint endpoint : endpoints) {
            ObjectNode path = paths.withObject("/" + endpoint.path().replace("/", "~1"));
            operation(path.putObject(endpoint.method()), endpoint);
        }
        ObjectNode components = out.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "Printed by 'pressmark serve'; needed for what changes the archive.");
        ObjectNode error = components.putObject("schemas").putObject("Error").put("type", "object");
        error.putObject("properties").putObject("error").put("type", "string");
        error.putArray("required").add("error");
        return out;
    }

    private static void operation(ObjectNode out, Endpoint endpoint) {
        boolean post = endpoint.method().equals("post");
        out.put("summary", endpoint.summary());
        out.put("operationId", endpoint.method() + endpoint.path().replace('/', '-'));
        if (post) {
            body(out, endpoint);
            out.putArray("security").addObject().putArray("token");
        } else {
            ArrayNode parameters = out.putArray("parameters");
            for (Endpoint.Parameter parameter : endpoint.parameters()) {
                ObjectNode one = parameters
                        .addObject()
                        .put("name", parameter.name())
                        .put("in", "query")
                        .put("required", parameter.needed())
                        .put("description", parameter.description())
                        .put("example", parameter.example());
                one.putObject("schema").put("type", "string");
            }
        }
        ObjectNode responses = out.putObject("responses");
        ObjectNode answer = content(responses.putObject("200").put("description", "The answer."))
                .put("type", "object");
        endpoint.keys().forEach(answer.putArray("required")::add);
        error(responses, "400", "A parameter is missing or cannot be read.");
        error(responses, "404", "There is no such thing in the archive.");
        if (post) {
            error(responses, "401", "The token is missing or wrong.");
        }
    }

    private static void body(ObjectNode out, Endpoint endpoint) {
        ObjectNode body = out.putObject("requestBody").put("required", true);
        ObjectNode schema = content(body).put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Endpoint.Parameter parameter : endpoint.parameters()) {
            properties.putObject(parameter.name()).put("type", "string").put("description", parameter.description());
            if (parameter.needed()) {
                required.add(parameter.name());
            }
        }
    }

    private static ObjectNode content(ObjectNode of) {
        return of.putObject("content").putObject("application/json").putObject("schema");
    }

    private static void error(ObjectNode responses, String status, String description) {
        content(responses.putObject(status).put("description", description)).put("$ref", "#/components/schemas/Error");
    }
}
