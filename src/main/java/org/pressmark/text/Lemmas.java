package org.pressmark.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Forms and the word that they belong to: a file {@code config/words/<language>/<name>.txt} with one word a line, its first
 * form the lemma, e.g. {@code say says said saying}. Phrases join their words with an underscore.
 */
public final class Lemmas {
    private static final Map<String, Lemmas> LOADED = new ConcurrentHashMap<>();

    private final Map<String, String> byForm;

    private Lemmas(Map<String, String> byForm) {
        this.byForm = Map.copyOf(byForm);
    }

    /** A list, read once; an unknown language or name gives an empty one. */
    public static Lemmas load(String language, String name) {
        String folder = Languages.primary(language);
        if (folder.isEmpty()) {
            return new Lemmas(new HashMap<>());
        }
        return LOADED.computeIfAbsent(folder + "/" + name, path -> {
            Map<String, String> map = new LinkedHashMap<>();
            for (String line : WordList.lines(WordList.ROOT + path + ".txt")) {
                String[] forms = line.split(" ", -1);
                for (String form : forms) {
                    map.putIfAbsent(form.replace('_', ' '), forms[0].replace('_', ' '));
                }
            }
            return new Lemmas(map);
        });
    }

    /** The lemma of a form, e.g. {@code say} for {@code Said}. */
    public Optional<String> lemma(String form) {
        String found = byForm.get(form);
        return Optional.ofNullable(found != null ? found : byForm.get(Folded.caseFold(form)));
    }

    public boolean contains(String form) {
        return byForm.containsKey(form) || byForm.containsKey(Folded.caseFold(form));
    }

    /** All forms, folded and in lower case. */
    public Set<String> forms() {
        return byForm.keySet();
    }
}
