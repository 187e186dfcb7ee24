package org.pressmark.pipeline;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.markup.AddressKind;
import org.pressmark.model.Capture;
import org.pressmark.model.KeyRange;
import org.pressmark.model.UrlKey;
import org.pressmark.pipeline.PipelineException.Trouble;

/** Gathers pages with all that is needed to see them: parts, parts of parts, redirects, the originals of revisits. */
final class CollectCaptures implements Outgoing {
    /** So many captures go with one page; one that wants more is a trap. */
    private static final int MOST_PARTS = 10_000;

    private final Pipeline house;
    private final Map<String, Capture> gathered = new LinkedHashMap<>();
    /** By record id, what for a page names it. */
    private final Map<String, AddressKind> named = new HashMap<>();

    private final Set<Capture> pages = new LinkedHashSet<>();

    CollectCaptures(Pipeline house) {
        this.house = house;
    }

    /** Every capture of an address, or of those that begin so ({@code *}), or the one of a time ({@code @2024}). */
    void add(String words) {
        if (words.endsWith("*")) {
            house.store().read(tx -> {
                tx.keys().each(KeyRange.of(words), capture -> gathered.putIfAbsent(capture.recordId(), capture));
                return true;
            });
            List.copyOf(gathered.values()).forEach(this::addPage);
            return;
        }
        if (!(Reference.parse(words) instanceof Reference.Stored asked)) {
            throw new PipelineException(Trouble.INPUT, words + ": expected the address of a stored page, found a file");
        }
        if (!asked.when().isEmpty()) {
            addPage(new ReplayCapture(house).choose(asked).capture());
            return;
        }
        List<Capture> all = new Holdings(house).captures(asked.url());
        if (all.isEmpty()) {
            throw new PipelineException(
                    Trouble.NOT_FOUND,
                    words + ": not in the archive " + house.folder() + "; 'pressmark list' shows what is");
        }
        all.forEach(this::addPage);
    }

    @Override
    public void captures(Taker taker) throws IOException {
        for (Capture capture : gathered.values().stream()
                .sorted(Comparator.comparing((Capture one) -> one.location().file())
                        .thenComparing(one -> one.location().offset()))
                .toList()) {
            taker.take(capture);
        }
    }

    /** Those that were asked for, oldest first. */
    @Override
    public void pages(Taker taker) throws IOException {
        for (Capture page :
                pages.stream().sorted(Comparator.comparing(Capture::date)).toList()) {
            taker.take(page);
        }
    }

    private void addPage(Capture page) {
        if (Outgoing.isPage(page)) {
            pages.add(page);
        }
        Deque<Capture> queue = new ArrayDeque<>();
        int[] left = {MOST_PARTS};
        take(queue, page, left);
        house.store().read(tx -> tx.captures().course(page.recordId())).forEach(part -> take(queue, part, left));
        while (!queue.isEmpty()) {
            Capture next = queue.remove();
            next.refersTo()
                    .flatMap(named -> house.store().read(tx -> tx.captures().original(named)))
                    .ifPresent(original -> take(queue, original, left));
            next.redirect().flatMap(to -> nearest(to, page)).ifPresent(target -> take(queue, target, left));
            parts(next)
                    .forEach((url, as) -> nearest(url, page).ifPresent(part -> {
                        named.putIfAbsent(part.recordId(), as);
                        take(queue, part, left);
                    }));
        }
    }

    private void take(Deque<Capture> queue, Capture capture, int[] left) {
        boolean fresh = gathered.putIfAbsent(capture.recordId(), capture) == null;
        if ((fresh || pages.contains(capture)) && left[0]-- > 0) {
            queue.add(capture);
        }
    }

    private Optional<Capture> nearest(String url, Capture page) {
        UrlKey key = UrlKey.of(url);
        return house.store()
                .read(tx -> tx.captures()
                        .nearest(key, page.date())
                        .or(() -> tx.captures().latest(key)));
    }

    private Map<String, AddressKind> parts(Capture capture) {
        AddressKind as = named.getOrDefault(capture.recordId(), AddressKind.OTHER);
        return Guarded.call(
                        capture.url(),
                        () -> PageRequisites.kinds(new ReplayCapture(house).read(capture), as),
                        house.notices())
                .orElse(Map.of());
    }
}
