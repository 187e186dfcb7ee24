package org.pressmark.store;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.pressmark.model.Article;

/**
 * The articles that were kept or read last, as long as there is memory for them, for whoever asks for one again at once. An
 * article's key is that of its contents, so what is found here is right whoever changed the index. Safe for many threads.
 */
final class LatestArticles {
    private static final int MOST = 64;

    private final Map<UUID, SoftReference<Article>> articles = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, SoftReference<Article>> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(UUID key, Article article) {
        articles.put(key, new SoftReference<>(article));
    }

    Optional<Article> find(UUID key, Supplier<Optional<Article>> otherwise) {
        Optional<Article> known = find(key);
        if (known.isPresent()) {
            return known;
        }
        Optional<Article> read = otherwise.get();
        read.ifPresent(article -> add(key, article));
        return read;
    }

    private synchronized Optional<Article> find(UUID key) {
        return Optional.ofNullable(articles.get(key)).map(SoftReference::get);
    }
}
