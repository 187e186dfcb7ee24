package org.pressmark.archive;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Capture;

/**
 * What an exchange alone does not say of a capture. All of it goes into the capture's metadata record, so that the index can
 * be made again from the WARC file.
 *
 * @param role what the capture is made for
 * @param page record id of the page capture in whose course it is made; empty for a page, which is its own
 * @param via the address on which this one was found
 * @param hopsFromSeed the way from the seed, one letter a hop: {@code L} link, {@code R} redirect, {@code E} part of a page,
 *     {@code P} prerequisite such as robots.txt, {@code M} feed or sitemap; empty for a seed (WARC 1.1 §6.6)
 * @param earlier the capture whose payload this one repeats: with a 304 the one whose validators were sent; otherwise one
 *     with the same payload digest. A {@code revisit} record is written then
 * @param outlinks the addresses that the page names, each as {@code http://copies.example/b L a/@href}: address, way (as in
 *     {@code hopsFromSeed}), element and attribute
 * @param facts further fields for the metadata record, e.g. the feed item's id; names are tokens
 */
public record CaptureContext(
        Capture.Role role,
        Optional<String> page,
        Optional<String> via,
        String hopsFromSeed,
        Optional<Capture> earlier,
        List<String> outlinks,
        Map<String, String> facts) {
    public CaptureContext {
        Objects.requireNonNull(role);
        Objects.requireNonNull(hopsFromSeed);
        outlinks = List.copyOf(outlinks);
        facts = Map.copyOf(facts);
    }

    /** Without outlinks. */
    public CaptureContext(
            Capture.Role role,
            Optional<String> page,
            Optional<String> via,
            String hopsFromSeed,
            Optional<Capture> earlier,
            Map<String, String> facts) {
        this(role, page, via, hopsFromSeed, earlier, List.of(), facts);
    }

    /** A page that the user asked for. */
    public static CaptureContext forPage() {
        return new CaptureContext(
                Capture.Role.PAGE, Optional.empty(), Optional.empty(), "", Optional.empty(), Map.of());
    }

    /** The same, repeating the payload of an earlier capture. */
    public CaptureContext repeating(Capture original) {
        return new CaptureContext(role, page, via, hopsFromSeed, Optional.of(original), outlinks, facts);
    }

    /** The same for another role, in the course of a page capture. */
    public CaptureContext inCourseOf(String pageRecordId, Capture.Role newRole, String hops, Optional<String> foundOn) {
        return new CaptureContext(newRole, Optional.of(pageRecordId), foundOn, hops, earlier, outlinks, facts);
    }
}
