package org.pressmark.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One entrance for programs. The description that is served to them is made of these, so it cannot differ from what is done.
 *
 * @param path below {@code /api/v1}, e.g. {@code /captures}
 * @param method {@code get}, or {@code post} for what changes the archive
 * @param summary one sentence
 * @param parameters of the query; of a post, keys of its JSON body
 * @param keys that every answer has, in order
 * @param work makes the answer; nothing where there is no such thing
 */
record Endpoint(String path, String method, String summary, List<Parameter> parameters, List<String> keys, Work work) {
    Endpoint {
        parameters = List.copyOf(parameters);
        keys = List.copyOf(keys);
    }

    /** @param example a value with which the server of the tests has an answer */
    record Parameter(String name, boolean needed, String description, String example) {}

    /** Gives a parameter's value. */
    interface Given {
        Optional<String> get(String name);
    }

    /** What an entrance does. */
    interface Work {
        Optional<JsonNode> answer(Given given) throws IOException;
    }
}
