package org.pressmark.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The ways to show a stored page; one at a time. */
final class ReplayRendering {
    @Option(names = "--text", description = "The visible page as text (default).")
    boolean text;

    @Option(names = "--main", description = "The article alone, as text.")
    boolean main;

    @Option(names = "--markdown", description = "The article as Markdown.")
    boolean markdown;

    @Option(names = "--links", description = "Every link: its words, its address, whether it is stored.")
    boolean links;

    @Option(names = "--headers", description = "The fields of the WARC record and the HTTP head.")
    boolean headers;

    @Option(names = "--raw", description = "The stored HTTP message, byte for byte.")
    boolean raw;

    @Option(names = "--body", description = "The body as stored, content-encoding kept.")
    boolean body;

    @Option(names = "--decoded", description = "The body with its content-encoding undone.")
    boolean decoded;

    @Option(names = "--record", description = "The WARC record as it lies in its file: a gzip member of its own.")
    boolean record;

    @Option(
            names = "--html-single",
            paramLabel = "FILE",
            description = "One HTML file with pictures and styles inside; - for standard output.")
    @Nullable
    String single;

    @Option(
            names = "--screenshot",
            paramLabel = "FILE.png",
            description =
                    "A picture of the page's first 2400 lines of pixels, by a Chromium that reaches nothing but the archive.")
    @Nullable
    Path screenshot;

    @Option(names = "--open", description = "Serve the archive on this machine and open the page in a browser.")
    boolean open;

    @Option(names = "--timeline", description = "The page through time: its texts, edits by weight, walls, errors.")
    boolean timeline;

    @Option(names = "--coherence", description = "The page's parts and how far from it in time each was captured.")
    boolean coherence;

    @Option(names = "--verify", description = "Hash the record anew and set it against what it and the index state.")
    boolean verify;

    @Option(
            names = "--diff",
            paramLabel = "OTHER",
            description = "What differs from another capture: a DATE of the same page, or URL[@DATE].")
    @Nullable
    String diff;

    /** True where archived bytes are to come out as they are. */
    boolean bytes() {
        return raw || body || decoded || record || "-".equals(single);
    }

    /** True where none was named. */
    boolean none() {
        return !(text || main || markdown || links || headers || bytes() || open || timeline || coherence || verify)
                && single == null
                && screenshot == null
                && diff == null;
    }

    /** True for what shows one page and can therefore be done for many. */
    boolean plain() {
        return single == null && screenshot == null && diff == null && !open && !timeline;
    }
}
