package org.pressmark.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;

/** What Markdown sets by lines: front matter, definitions of links, fenced code, tables, underlined headings (CommonMark, GFM). */
final class MarkdownParts {
    private static final Pattern DEFINITION =
            Pattern.compile("^\\[([^\\]]{1,200})\\]:\\s*<?(\\S{1,2000}?)>?(\\s+[\"'(].*)?$");
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\[\\]]{1,500})\\]\\[([^\\[\\]]{0,200})\\]");
    private static final Pattern KEY = Pattern.compile("^([A-Za-z][A-Za-z0-9_-]{0,40}):\\s*(.+)$");
    private static final Pattern RULER = Pattern.compile("^\\|?\\s*:?-+:?\\s*(\\|\\s*:?-+:?\\s*)*\\|?$");

    private static final int LONGEST_RULER = 1_000;

    private final Source source;
    private final List<PlainLine> lines;
    private final Map<String, String> targets = new HashMap<>();
    final List<Field> facts = new ArrayList<>();

    MarkdownParts(Source source, List<PlainLine> lines) {
        this.source = source;
        this.lines = lines;
        for (PlainLine line : lines) {
            Matcher definition = line.text().startsWith("[") ? DEFINITION.matcher(line.text()) : null;
            if (definition != null && definition.matches()) {
                targets.putIfAbsent(Text.lower(definition.group(1)), definition.group(2));
            }
        }
    }

    /** A block that was read and the first line after it. */
    record Part(Optional<Block> block, int next) {}

    /** Reads front matter as facts; gives the first line after it. */
    int frontMatter() {
        if (lines.isEmpty() || !lines.get(0).text().equals("---")) {
            return 0;
        }
        int end = 1;
        while (end < lines.size() && end < 200 && !lines.get(end).text().equals("---")) {
            end++;
        }
        if (end >= lines.size() || !lines.get(end).text().equals("---")) {
            return 0;
        }
        for (PlainLine line : lines.subList(1, end)) {
            Matcher pair = KEY.matcher(line.text());
            if (pair.matches()) {
                String value = pair.group(2).strip().replaceAll("^[\"']|[\"']$", "");
                if (!value.isEmpty()) {
                    facts.add(new Field(
                            value,
                            pair.group(2),
                            source.place(line.start(), line.end()),
                            "front-matter." + Text.lower(pair.group(1))));
                }
            }
        }
        return end + 1;
    }

    /** The block that begins at a line by one of these marks; empty where none does. */
    Optional<Part> at(int from) {
        String text = lines.get(from).text();
        if (text.startsWith("```") || text.startsWith("~~~")) {
            return Optional.of(fence(from, text.substring(0, 3)));
        }
        if (text.startsWith("[") && DEFINITION.matcher(text).matches()) {
            return Optional.of(new Part(Optional.empty(), from + 1));
        }
        boolean table = text.indexOf('|') >= 0
                && from + 1 < lines.size()
                && lines.get(from + 1).text().indexOf('|') >= 0
                && lines.get(from + 1).text().length() < LONGEST_RULER
                && RULER.matcher(lines.get(from + 1).text()).matches();
        return table ? Optional.of(table(from)) : Optional.empty();
    }

    /** The level of the heading that the next line makes of this one by a row of {@code =} or {@code -}; 0 where it does not. */
    int underlined(int at) {
        if (at + 1 >= lines.size()
                || lines.get(at).mark() > 0
                || lines.get(at).text().startsWith("#")) {
            return 0;
        }
        String below = lines.get(at + 1).text();
        return below.length() < 2
                ? 0
                : below.chars().allMatch(c -> c == '=') ? 1 : below.chars().allMatch(c -> c == '-') ? 2 : 0;
    }

    /** Links by reference written as links with their address. */
    String resolved(String raw) {
        if (targets.isEmpty() || raw.indexOf("][") < 0) {
            return raw;
        }
        return REFERENCE.matcher(raw).replaceAll(found -> {
            String key = found.group(2).isEmpty() ? found.group(1) : found.group(2);
            String target = targets.get(Text.lower(key));
            return Matcher.quoteReplacement(
                    target == null ? found.group() : "[" + found.group(1) + "](" + target + ")");
        });
    }

    private Part fence(int from, String mark) {
        int end = from + 1;
        StringBuilder code = new StringBuilder();
        while (end < lines.size() && !lines.get(end).text().startsWith(mark)) {
            PlainLine line = lines.get(end);
            code.append(end == from + 1 ? "" : "\n").append(" ".repeat(Math.min(80, line.indent())));
            code.append(line.text());
            end++;
        }
        int last = Math.min(end, lines.size() - 1);
        return part(BlockKind.PREFORMATTED, code.toString().stripTrailing(), from, last);
    }

    private Part table(int from) {
        StringBuilder text = new StringBuilder();
        int end = from;
        while (end < lines.size() && lines.get(end).text().indexOf('|') >= 0) {
            if (end != from + 1) {
                String row = lines.get(end).text().replaceAll("^\\||\\|$", "");
                List<String> cells = new ArrayList<>();
                for (String cell : row.split("(?<!\\\\)\\|", -1)) {
                    cells.add(MarkdownText.of(resolved(cell.strip())).text());
                }
                text.append(text.length() == 0 ? "" : "\n").append(String.join("\t", cells));
            }
            end++;
        }
        return part(BlockKind.TABLE, text.toString(), from, end - 1);
    }

    private Part part(BlockKind kind, String text, int from, int last) {
        Block block = Block.of(
                kind,
                text,
                source.place(lines.get(from).start(), lines.get(last).end()));
        return new Part(text.isBlank() ? Optional.empty() : Optional.of(block), last + 1);
    }
}
