package org.pressmark.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object that is being read, with its path, so that every complaint names the place. Absent and {@code null} are the
 * same.
 */
record In(JsonNode node, String path) {
    In {
        if (!node.isObject()) {
            throw new JsonException(path, "an object", found(node));
        }
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> new JsonException(at(key), "text", "nothing"));
    }

    Optional<String> optionalText(String key) {
        JsonNode value = value(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new JsonException(at(key), "text", found(value));
        }
        return Optional.of(value.textValue());
    }

    /** A whole number; the fallback where the key is absent. */
    long integer(String key, long fallback) {
        JsonNode value = value(key);
        if (value == null) {
            return fallback;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new JsonException(at(key), "a whole number", found(value));
        }
        return value.longValue();
    }

    int small(String key, int fallback) {
        long value = integer(key, fallback);
        if (value != (int) value) {
            throw new JsonException(at(key), "a number of at most 32 bits", Long.toString(value));
        }
        return (int) value;
    }

    double number(String key) {
        JsonNode value = value(key);
        if (value == null || !value.isNumber()) {
            throw new JsonException(at(key), "a number", found(value));
        }
        return value.doubleValue();
    }

    boolean flag(String key) {
        JsonNode value = value(key);
        if (value == null || !value.isBoolean()) {
            throw new JsonException(at(key), "true or false", found(value));
        }
        return value.booleanValue();
    }

    Instant instant(String key) {
        String text = text(key);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new JsonException(at(key), "an instant such as 2021-12-27T14:40:00Z", "'" + text + "'");
        }
    }

    <E extends Enum<E>> E word(String key, Class<E> type) {
        String text = text(key);
        for (E constant : type.getEnumConstants()) {
            if (Words.of(constant).equals(text)) {
                return constant;
            }
        }
        throw new JsonException(at(key), "a word for " + type.getSimpleName(), "'" + text + "'");
    }

    <T> T object(String key, Function<In, T> reader) {
        return optional(key, reader).orElseThrow(() -> new JsonException(at(key), "an object", "nothing"));
    }

    <T> Optional<T> optional(String key, Function<In, T> reader) {
        JsonNode value = value(key);
        return value == null ? Optional.empty() : Optional.of(new In(value, at(key)).read(reader));
    }

    /** The objects of an array; none where the key is absent. */
    <T> List<T> list(String key, Function<In, T> reader) {
        JsonNode value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new JsonException(at(key), "an array", found(value));
        }
        List<T> out = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            out.add(new In(item, at(key) + "[" + out.size() + "]").read(reader));
        }
        return out;
    }

    /** Reads this object; what the noun's own checks refuse is named with its place. */
    <T> T read(Function<In, T> reader) {
        try {
            return reader.apply(this);
        } catch (IllegalArgumentException e) {
            throw new JsonException(path, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable JsonNode value(String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private String at(String key) {
        return path + "." + key;
    }

    private static String found(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        String text = Json.compact(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
