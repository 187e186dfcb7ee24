package org.pressmark.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Walks a JSON text and says of each string in it where it stands. A text that breaks off is walked up to there. */
public final class JsonWalk {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWalk() {}

    /** Hears of strings. */
    public interface Visitor {
        /**
         * A string value.
         *
         * @param pointer its JSON pointer (RFC 6901)
         * @param value as it is meant
         * @param start its first character in the text, behind the quote
         * @param end one past its last
         */
        void string(String pointer, String value, int start, int end);
    }

    /** Walks; nesting beyond what the library bears ends the walk as any fault does. */
    public static void strings(String text, Visitor visitor) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset()) + 1;
                    String value = parser.getText();
                    int end = Math.toIntExact(parser.currentLocation().getCharOffset()) - 1;
                    JsonPointer pointer = parser.getParsingContext().pathAsPointer();
                    visitor.string(pointer.toString(), value, start, end);
                }
            }
        } catch (IOException broken) {
            return; // what stands before the fault was walked
        }
    }
}
