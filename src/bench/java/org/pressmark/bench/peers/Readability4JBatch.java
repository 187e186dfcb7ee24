package org.pressmark.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.pressmark.json.Json;
import org.pressmark.markup.SourceText;

/** Readability4J behind the protocol of {@code pressmark extract --batch}, so that one scorer measures both. */
public final class Readability4JBatch {
    private Readability4JBatch() {}

    public static void main(String[] words) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode asked = Json.parse(line);
            byte[] bytes = Files.readAllBytes(Path.of(asked.path("path").asText()));
            String html = SourceText.decode(bytes, Optional.of("text/html")).text();
            ObjectNode answer = Json.object();
            answer.set("id", asked.path("id"));
            try {
                Article article = new Readability4J(asked.path("url").asText(), html).parse();
                answer.put("title", article.getTitle());
                answer.put("author", article.getByline());
                answer.put("body", article.getTextContent() == null ? "" : article.getTextContent());
            } catch (RuntimeException e) {
                answer.put("error", e.toString());
            }
            out.println(Json.compact(answer));
        }
    }
}
