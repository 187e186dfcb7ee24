package org.pressmark.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pressmark.markup.AddressKind;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.report.PartLine;

/** Says of each part of a stored page when it was captured: a page is only as true to its time as its parts are. */
public final class ListParts {
    private static final int MOST = 5_000;

    private final ReplayCapture replay;

    public ListParts(ReplayCapture replay) {
        this.replay = replay;
    }

    /** The parts in page order, those of its parts behind them: the same that a capture fetches ({@link PageRequisites}). */
    public List<PartLine> of(ArchivedResponse page) throws IOException {
        Capture capture = page.capture();
        Map<String, AddressKind> wanted = new LinkedHashMap<>(PageRequisites.kinds(page, AddressKind.OTHER));
        Map<String, PartLine> out = new LinkedHashMap<>();
        List<String> waiting = new ArrayList<>(wanted.keySet());
        for (int i = 0; i < waiting.size() && i < MOST; i++) {
            String url = waiting.get(i);
            AddressKind as = wanted.getOrDefault(url, AddressKind.OTHER);
            PartLine line = line(capture, url, as);
            out.put(url, line);
            Optional<Capture> naming = line.capture().filter(part -> PageRequisites.namedBy(part.mediaType(), as));
            if (naming.isPresent()) {
                Map<String, AddressKind> more = Guarded.call(
                                url,
                                () -> PageRequisites.kinds(replay.read(naming.get()), as),
                                replay.house().notices())
                        .orElse(Map.of());
                more.forEach((address, kind) -> {
                    if (wanted.putIfAbsent(address, kind) == null) {
                        waiting.add(address);
                    }
                });
            }
        }
        return List.copyOf(out.values());
    }

    private PartLine line(Capture page, String url, AddressKind kind) {
        Optional<Capture> part = replay.shelf().nearest(UrlKey.of(url), page.date());
        Duration drift =
                part.map(found -> Duration.between(page.date(), found.date())).orElse(Duration.ZERO);
        boolean together =
                page.page().isPresent() && part.flatMap(Capture::page).equals(page.page());
        return new PartLine(url, kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), part, drift, together);
    }
}
