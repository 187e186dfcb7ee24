package org.pressmark.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.pressmark.replay.Modifier;
import org.pressmark.replay.PageRewriter;

/**
 * {@code ReplaySame FOLDER}: whether pages stay the same page when their addresses are rewritten, as a reader that shares nothing
 * with the rewriting sees it: the stored and the rewritten bytes are parsed by jsoup, and the two trees set against each other.
 */
public final class ReplaySame {
    private static final Set<String> TAKEN_OUT = Set.of("integrity", "crossorigin", "nonce");

    private final Map<String, Integer> changed = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private ReplaySame() {}

    public static void main(String[] words) throws IOException {
        PageRewriter rewriter = new PageRewriter("/web/", Instant.EPOCH);
        int pages = 0;
        int same = 0;
        ReplaySame all = new ReplaySame();
        try (Stream<Path> files = Files.walk(Path.of(words[0]))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] raw = Files.readAllBytes(file);
                boolean packed = raw.length > 2 && raw[0] == 0x1f && raw[1] == (byte) 0x8b;
                byte[] page = packed ? new GZIPInputStream(new ByteArrayInputStream(raw)).readAllBytes() : raw;
                PageRewriter.Rewritten rewritten =
                        rewriter.rewrite(page, Optional.of("text/html"), "https://pages.example/a", Modifier.PAGE);
                int before = all.faults.size();
                String charset = rewritten.charset().map(Charset::name).orElse("UTF-8");
                all.nodes(tree(page, charset), tree(rewritten.bytes(), charset), file.getFileName().toString());
                pages++;
                same += all.faults.size() == before ? 1 : 0;
            }
        }
        System.out.printf("%d pages, %d the same but for attributes' values and style sheets; values changed: %s%n", pages, same, all.changed);
        all.faults.stream().limit(20).forEach(fault -> System.out.println("  " + fault));
    }

    private static Element tree(byte[] page, String charset) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(page), charset, "https://pages.example/a");
    }

    private void nodes(Node stored, Node replayed, String where) {
        List<Node> queue = new ArrayList<>(List.of(stored));
        List<Node> other = new ArrayList<>(List.of(replayed));
        while (!queue.isEmpty()) {
            Node a = queue.remove(queue.size() - 1);
            Node b = other.remove(other.size() - 1);
            if (!a.nodeName().equals(b.nodeName()) || a.childNodeSize() != b.childNodeSize() || !alike(a, b)) {
                faults.add(where + ": " + cut(a) + " became " + cut(b));
                return;
            }
            if (a instanceof Element from && b instanceof Element to && !attributes(from, to)) {
                faults.add(where + ": " + from.cssSelector() + " has other attributes");
                return;
            }
            queue.addAll(a.childNodes());
            other.addAll(b.childNodes());
        }
    }

    private boolean alike(Node a, Node b) {
        if (a instanceof TextNode from && b instanceof TextNode to) {
            return from.getWholeText().equals(to.getWholeText());
        }
        if (a instanceof Comment from && b instanceof Comment to) {
            return from.getData().equals(to.getData());
        }
        if (a instanceof DocumentType from && b instanceof DocumentType to) {
            return from.toString().equals(to.toString());
        }
        if (a instanceof DataNode from && b instanceof DataNode to) {
            boolean equal = from.getWholeData().equals(to.getWholeData());
            String name = a.parent() == null ? "" : a.parent().nodeName();
            if (!equal) {
                changed.merge("text of " + name, 1, Integer::sum);
            }
            return equal || name.equals("style") || name.equals("script");
        }
        return true;
    }

    /** The same names in the same order, but for those that are taken out. */
    private boolean attributes(Element from, Element to) {
        List<Attribute> kept = from.attributes().asList().stream().filter(one -> !TAKEN_OUT.contains(one.getKey())).toList();
        List<Attribute> now = to.attributes().asList();
        if (kept.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < kept.size(); i++) {
            if (!kept.get(i).getKey().equals(now.get(i).getKey())) {
                return false;
            }
            if (!kept.get(i).getValue().equals(now.get(i).getValue())) {
                changed.merge(kept.get(i).getKey(), 1, Integer::sum);
            }
        }
        return true;
    }

    private static String cut(Node node) {
        String text = node.outerHtml().replaceAll("\\s+", " ");
        return text.substring(0, Math.min(120, text.length()));
    }
}
