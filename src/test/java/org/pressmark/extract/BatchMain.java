package org.pressmark.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.Comment;
import org.pressmark.model.Field;

/** Measures the extractor: JSON lines in, JSON lines out, as the scorer speaks them. */
final class BatchMain {
    private BatchMain() {}

    public static void main(String[] args) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Extractor extractor = new Extractor();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode row = json.readTree(line);
            Article article = extractor.extract(Files.readAllBytes(Path.of(row.get("path").asText())), Optional.of("text/html"), row.get("url").asText());
            ObjectNode to = json.createObjectNode();
            to.put("id", row.get("id").asText());
            to.put("headline", article.headline().map(Field::value).orElse(""));
            ArrayNode authors = to.putArray("byline");
            article.authors().forEach(author -> authors.add(author.value()));
            to.put("datePublished", article.published().map(Field::value).orElse(""));
            to.put("dateRule", article.published().map(Field::rule).orElse(""));
            to.put("authorRule", article.authors().stream().map(Field::rule).findFirst().orElse(""));
            to.put("headlineRule", article.headline().map(Field::rule).orElse(""));
            to.put("body", article.body());
            ArrayNode agencies = to.putArray("agency");
            article.agencies().forEach(agency -> agencies.add(agency.value()));
            ArrayNode rules = to.putArray("agencyRules");
            article.agencies().forEach(agency -> rules.add(agency.rule() + " " + agency.exact()));
            ArrayNode blocks = to.putArray("blocks");
            for (Block block : article.blocks()) {
                ObjectNode node = blocks.addObject();
                node.put("kind", block.kind().word());
                node.put("text", block.text());
                node.put("at", block.place().selector());
            }
            comments(to.putArray("comments"), article.comments());
            out.println(json.writeValueAsString(to));
        }
        out.flush();
    }

    private static void comments(ArrayNode to, List<Comment> comments) {
        for (Comment comment : comments) {
            ObjectNode node = to.addObject();
            node.put("author", comment.author());
            node.put("text", comment.text());
            comment.time().ifPresent(time -> node.put("time", time));
            comments(node.putArray("replies"), comment.replies());
        }
    }
}
