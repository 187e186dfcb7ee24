package org.pressmark.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.HttpHead.Header;
import org.pressmark.pipeline.FindMemento;

/** {@code /wacz/<timestamp>/<url>}: a capture with its parts as a WACZ file, whole or in ranges, for other viewers. */
final class Packages {
    private final Hall hall;

    Packages(Hall hall) {
        this.hall = hall;
    }

    Answer wacz(Asked asked) throws IOException {
        String rest = asked.rest("/wacz/".length());
        Optional<Memento> parsed = Memento.parse(rest);
        if (parsed.isEmpty()) {
            return Trouble.unreadable(rest);
        }
        Memento memento = parsed.get();
        Optional<FindMemento.Found> found = hall.find(memento.url(), memento.asked());
        if (found.isEmpty()) {
            return Trouble.notArchived(memento.url());
        }
        Capture capture = found.get().capture();
        if (!memento.digits().equals(Memento.stamp(capture.date()))) {
            return Answer.found(asked.origin() + Hrefs.wacz(capture));
        }
        Path file = hall.wacz(capture);
        long length = Files.size(file);
        String name = capture.key().surt().replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("^-+|-+$", "");
        String tag = file.getFileName() + "-" + length;
        List<Header> headers = List.of(
                new Header("Content-Type", "application/wacz"),
                new Header(
                        "Content-Disposition",
                        "attachment; filename=\"" + name.substring(0, Math.min(60, name.length())) + "-"
                                + memento.digits() + ".wacz\""),
                new Header("ETag", "\"" + tag + "\""),
                new Header("Cache-Control", "no-cache"),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("Content-Security-Policy", "default-src 'none'; sandbox"));
        return Ranges.of(new Answer(200, headers, length, Files.newInputStream(file)), asked);
    }
}
