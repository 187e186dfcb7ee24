package org.pressmark.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The news agencies of {@code config/agencies.txt}: canonical names, aliases, languages, domains. A short name that is also
 * an ordinary word or name (an alias written with a leading {@code ~}) counts only where a credit is expected, never as a
 * mention in running text.
 */
public final class Agencies {
    private static final Agencies ALL = new Agencies(WordList.rawLines("/config/agencies.txt"));

    /**
     * An agency.
     *
     * @param name canonical, e.g. {@code AFP}
     * @param aliases other names, e.g. {@code Agence France-Presse}
     * @param languages primary tags of the languages that it writes in
     * @param domain e.g. {@code afp.com}, empty where none is known
     */
    public record Agency(String name, List<String> aliases, List<String> languages, String domain) {
        public Agency {
            Objects.requireNonNull(name);
            aliases = List.copyOf(aliases);
            languages = List.copyOf(languages);
        }
    }

    /**
     * A mention.
     *
     * @param name the agency's canonical name
     * @param start first character in the text as given
     * @param end one past the last
     */
    public record Found(String name, int start, int end) {}

    private record Alias(String name, List<String> words, boolean creditOnly, boolean capitals, boolean small) {}

    private final Map<String, Agency> byName = new LinkedHashMap<>();
    private final Map<String, String> byAlias = new HashMap<>();
    private final Map<String, List<Alias>> byFirstWord = new HashMap<>();
    private final Map<String, String> byDomain = new HashMap<>();

    private Agencies(List<String> lines) {
        for (String line : lines) {
            String[] parts = line.split("\\|", -1);
            if (parts.length != 4) {
                throw new IllegalStateException(
                        "expected 'name | aliases | languages | domain' in config/agencies.txt, found: " + line);
            }
            add(parts[0].strip(), list(parts[1], ";"), list(parts[2], ","), parts[3].strip());
        }
    }

    /** The agencies that come with the program. */
    public static Agencies all() {
        return ALL;
    }

    /** Every agency, in the order of the file. */
    public List<Agency> agencies() {
        return List.copyOf(byName.values());
    }

    public Optional<Agency> agency(String canonicalName) {
        return Optional.ofNullable(byName.get(canonicalName));
    }

    /** The canonical name where the whole text, outer punctuation aside, is the name of an agency: {@code (AP)} gives AP. */
    public Optional<String> canonical(String text) {
        return Optional.ofNullable(byAlias.get(key(text)));
    }

    /** The canonical name of the agency to which a host belongs: {@code www.reuters.com} gives Reuters. */
    public Optional<String> ofHost(String host) {
        String rest = Folded.lower(host);
        while (!rest.isEmpty()) {
            String name = byDomain.get(rest);
            if (name != null) {
                return Optional.of(name);
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return Optional.empty();
    }

    /** Agencies that a credit names ({@code Source: AFP/Reuters}, {@code Jane Roe, Associated Press}): every alias counts. */
    public List<Found> findInCredit(String text) {
        return find(text, true);
    }

    /** Mentions in running text: aliases that are ordinary words are left out, short names count in their own case only. */
    public List<Found> find(String text) {
        return find(text, false);
    }

    private List<Found> find(String text, boolean credit) {
        List<Token> tokens = Tokenizer.tokens(text);
        List<Found> out = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Alias best = null;
            for (Alias alias : byFirstWord.getOrDefault(plain(tokens.get(i).lower()), List.of())) {
                boolean longer =
                        best == null || alias.words().size() > best.words().size();
                if (longer && (credit || !alias.creditOnly()) && matches(tokens, i, alias, credit)) {
                    best = alias;
                }
            }
            if (best == null) {
                i++;
            } else {
                int last = i + best.words().size() - 1;
                out.add(new Found(
                        best.name(), tokens.get(i).start(), tokens.get(last).end()));
                i = last + 1;
            }
        }
        return out;
    }

    private static boolean matches(List<Token> tokens, int at, Alias alias, boolean credit) {
        if (at + alias.words().size() > tokens.size()) {
            return false;
        }
        for (int k = 0; k < alias.words().size(); k++) {
            Token token = tokens.get(at + k);
            if (!plain(token.lower()).equals(alias.words().get(k))) {
                return false;
            }
            boolean small = Character.isLowerCase(token.folded().charAt(0));
            boolean shouted = token.folded().equals(token.folded().toUpperCase(Locale.ROOT));
            if (!credit && (alias.capitals() && !shouted || k == 0 && small && !alias.small())) {
                return false;
            }
        }
        return true;
    }

    private void add(String written, List<String> aliases, List<String> languages, String domain) {
        List<String> all = new ArrayList<>();
        all.add(written);
        all.addAll(aliases);
        String name = bare(written);
        List<String> shown = new ArrayList<>();
        for (String alias : all) {
            String plainAlias = bare(alias);
            byAlias.putIfAbsent(key(plainAlias), name);
            List<String> words = Tokenizer.tokens(plainAlias).stream()
                    .map(token -> plain(token.lower()))
                    .toList();
            boolean capitals = plainAlias.length() <= 5 && plainAlias.equals(plainAlias.toUpperCase(Locale.ROOT));
            if (!words.isEmpty()) {
                byFirstWord
                        .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                        .add(new Alias(
                                name,
                                words,
                                alias.startsWith("~"),
                                capitals,
                                Character.isLowerCase(plainAlias.charAt(0))));
            }
            shown.add(plainAlias);
        }
        byFirstWord
                .values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt(alias -> -alias.words().size())));
        byName.put(name, new Agency(name, shown.subList(1, shown.size()), languages, domain));
        if (!domain.isEmpty()) {
            byDomain.put(domain, name);
        }
    }

    private static String bare(String alias) {
        return alias.startsWith("~") ? alias.substring(1) : alias;
    }

    private static List<String> list(String text, String separator) {
        List<String> out = new ArrayList<>();
        for (String part : text.split(separator, -1)) {
            if (!part.isBlank()) {
                out.add(part.strip());
            }
        }
        return out;
    }

    /** Dots of initials are no part of a name: {@code A.P.} is AP. */
    private static String plain(String word) {
        return word.replace(".", "");
    }

    private static String key(String text) {
        StringBuilder out = new StringBuilder();
        for (Token token : Tokenizer.tokens(text)) {
            if (token.kind() != Token.Kind.PUNCTUATION) {
                String word = plain(token.lower());
                if (out.length() == 0 && (word.equals("the") || word.equals("by"))) {
                    continue;
                }
                out.append(out.length() == 0 ? "" : " ").append(word);
            }
        }
        return out.toString();
    }
}
