package org.pressmark.compare;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.extract.Extractor;
import org.pressmark.json.ComparisonJson;
import org.pressmark.json.Json;
import org.pressmark.model.Article;
import org.pressmark.model.Witness;

/**
 * Measures, no test: compares every pair of a folder of pairs ({@code NAME/a.html}, {@code NAME/b.html} or {@code .txt}) and
 * writes {@code NAME.json} for the scorer. Arguments: folder, where to write, {@code html} or {@code txt}.
 */
final class BenchPredictions {
    private BenchPredictions() {}

    public static void main(String[] arguments) throws IOException {
        Path pairs = Path.of(arguments[0]);
        Path out = Files.createDirectories(Path.of(arguments[1]));
        String ending = arguments[2];
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(pairs, Files::isDirectory)) {
            stream.forEach(folders::add);
        }
        for (Path folder : folders) {
            Path a = folder.resolve("a." + ending);
            if (Files.exists(a)) {
                Witness first = witness("A", a, ending);
                Witness second = witness("B", folder.resolve("b." + ending), ending);
                Files.writeString(
                        out.resolve(folder.getFileName() + ".json"),
                        Json.pretty(ComparisonJson.write(new Comparer().compare(first, second))));
            }
        }
    }

    private static Witness witness(String siglum, Path file, String ending) throws IOException {
        String type = ending.equals("html") ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
        Article article = new Extractor().extract(Files.readAllBytes(file), Optional.of(type), "");
        return new Witness(siglum, siglum, article, Optional.empty(), Optional.empty());
    }
}
