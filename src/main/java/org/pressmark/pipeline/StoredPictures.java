package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.compare.PictureReader;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Block;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Picture;
import org.pressmark.model.Picture.Look;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Witness;

/**
 * Gives witnesses the pictures that are stored for them, so that comparison can tell by what they show. A picture is that of
 * the page's own capture, else the one captured nearest in time. What is the same in all witnesses to the byte is not decoded.
 */
final class StoredPictures {
    /** More pictures of one article are known by their addresses only. */
    private static final int MOST = 24;

    private final Pipeline house;
    private final ReplayCapture replay;
    private final boolean thumbnails;
    private final Map<Digest, Optional<Look>> looks = new HashMap<>();

    /** @param thumbnails whether the pictures will be shown */
    StoredPictures(Pipeline house, boolean thumbnails) {
        this.house = house;
        this.replay = new ReplayCapture(house);
        this.thumbnails = thumbnails;
    }

    List<Witness> give(List<Witness> witnesses) {
        List<Map<String, Capture>> found =
                witnesses.stream().map(this::captures).toList();
        Set<Digest> shared = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            Set<Digest> mine = new HashSet<>();
            found.get(i).values().forEach(capture -> mine.add(capture.payload()));
            if (i == 0) {
                shared.addAll(mine);
            } else {
                shared.retainAll(mine);
            }
        }
        long differing = found.stream()
                .filter(captures -> captures.values().stream().anyMatch(capture -> !shared.contains(capture.payload())))
                .count();
        boolean looked = thumbnails || differing > 1;
        List<Witness> out = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Map<String, Picture> pictures = new HashMap<>();
            found.get(i)
                    .forEach((src, capture) -> pictures.put(
                            src,
                            new Picture(
                                    capture.payload(),
                                    looked && !shared.contains(capture.payload()) ? look(capture) : Optional.empty())));
            out.add(witnesses.get(i).with(pictures));
        }
        return out;
    }

    private Map<String, Capture> captures(Witness witness) {
        Map<String, Capture> out = new LinkedHashMap<>();
        if (witness.capture().isEmpty()) {
            return out;
        }
        Capture page = witness.capture().get();
        Map<UrlKey, Capture> course = new HashMap<>();
        for (Block block : witness.article().blocks()) {
            String src = block.image().map(Block.Image::src).orElse("");
            if (src.regionMatches(true, 0, "http", 0, 4) && out.size() < MOST && !out.containsKey(src)) {
                if (course.isEmpty()) {
                    house.store()
                            .read(tx -> tx.captures().course(page.recordId()))
                            .forEach(part -> course.put(part.key(), part));
                }
                Optional.ofNullable(course.get(UrlKey.of(src)))
                        .filter(StoredPictures::shows)
                        .or(() -> replay.choose(src, Optional.of(page.date())).filter(StoredPictures::shows))
                        .ifPresent(capture -> out.put(src, capture));
            }
        }
        return out;
    }

    private static boolean shows(Capture capture) {
        boolean answered = capture.status() / 100 == 2 || capture.status() == 0 || capture.revisit();
        boolean picture =
                capture.mediaType().startsWith("image/") || capture.mediaType().isEmpty();
        return answered && picture && capture.payloadLength() <= PictureReader.BYTES;
    }

    private Optional<Look> look(Capture capture) {
        Optional<Look> known = looks.get(capture.payload());
        if (known != null) {
            return known;
        }
        Optional<Look> read = Guarded.call(capture.url(), () -> read(capture), house.notices())
                .flatMap(look -> look);
        looks.put(capture.payload(), read);
        return read;
    }

    private Optional<Look> read(Capture capture) throws IOException {
        ArchivedResponse response = replay.read(capture);
        try (InputStream in = response.body().open()) {
            return PictureReader.read(in.readNBytes(PictureReader.BYTES + 1), thumbnails);
        } finally {
            replay.letGo(response);
        }
    }
}
