package org.pressmark.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Comment;

final class Show {
    private Show() {}

    public static void main(String[] args) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(args[0]));
        Article a = new Extractor().extract(bytes, args.length > 2 ? Optional.of(args[2]) : Optional.empty(), args.length > 1 ? args[1] : "");
        System.out.println("lang " + a.language() + "\nheadline " + a.headline() + "\nauthors " + a.authors() + "\npublished " + a.published() + "\nmodified " + a.modified() + "\nagencies " + a.agencies() + "\nsite " + a.site() + "\nnotes " + a.notes());
        a.facts().forEach(f -> System.out.println("  fact " + f));
        a.blocks().forEach(b -> System.out.println(b.kind() + " " + b.level() + " | " + b.text() + " | " + b.inlines() + b.image().map(Object::toString).orElse("") + " | " + new String(bytes, (int) b.place().startByte(), (int) (b.place().endByte() - b.place().startByte()), java.nio.charset.StandardCharsets.UTF_8).replace('\n', '~') + " | " + b.place().selector()));
        comments(a.comments().iterator(), "");
    }

    private static void comments(java.util.Iterator<Comment> it, String in) {
        while (it.hasNext()) {
            Comment c = it.next();
            System.out.println(in + "COMMENT " + c.author() + " | " + c.time() + " | " + c.text());
            comments(c.replies().iterator(), in + "   ");
        }
    }
}
