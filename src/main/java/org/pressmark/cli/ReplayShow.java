package org.pressmark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pressmark.json.ArticleJson;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.HttpHead;
import org.pressmark.pipeline.Chosen;
import org.pressmark.pipeline.ListParts;
import org.pressmark.pipeline.ProveRecord;
import org.pressmark.pipeline.Reference;
import org.pressmark.pipeline.RenderCapture;
import org.pressmark.pipeline.ReplayCapture;
import org.pressmark.report.ArticleMarkdown;
import org.pressmark.report.ArticleText;
import org.pressmark.report.CoherenceTable;
import org.pressmark.report.LinkList;
import org.pressmark.report.ProofText;
import org.pressmark.report.RecordProof;
import org.pressmark.report.TerminalStyle;

/** Shows one capture in the form that was asked for: as bytes, as text, or as facts. */
final class ReplayShow {
    private final BaseCommand command;
    private final ReplayCapture replay;
    private final ReplayRendering form;
    private final boolean asSent;
    private final Duration drift;
    private final TerminalStyle style;
    private final RenderCapture render;

    /** @param drift a part of a page further away in time than this is marked */
    ReplayShow(
            BaseCommand command,
            ReplayCapture replay,
            ReplayRendering form,
            boolean asSent,
            Duration drift,
            TerminalStyle style) {
        this.command = command;
        this.replay = replay;
        this.form = form;
        this.asSent = asSent;
        this.drift = drift;
        this.style = style;
        this.render = new RenderCapture(replay);
    }

    /** The bytes that were asked for, as they are. */
    void bytes(Chosen choice, OutputStream out) throws IOException {
        if (form.record) {
            try (InputStream in = replay.record(choice.capture())) {
                in.transferTo(out);
            }
            return;
        }
        ArchivedResponse response = replay.read(choice.capture());
        try {
            if (form.single != null) {
                out.write(single(response));
            } else if (form.decoded) {
                out.write(render.decoded(response));
            } else {
                if (form.raw) {
                    out.write(head(response).map(HttpHead::bytes).orElse(new byte[0]));
                }
                try (InputStream in = response.body().open()) {
                    in.transferTo(out);
                }
            }
        } finally {
            replay.letGo(response);
        }
    }

    /** One HTML file, written where it was asked for. */
    void singleFile(Chosen choice, Path file) throws IOException {
        ArchivedResponse response = replay.read(choice.capture());
        try {
            Files.write(file, single(response));
        } finally {
            replay.letGo(response);
        }
    }

    private byte[] single(ArchivedResponse response) throws IOException {
        RenderCapture.Single page = render.single(response);
        LeftOut.tell("pressmark: not stored, left out: ", page.missing(), command::say);
        return page.html();
    }

    /** The same as text for people: no archived control character is in it. */
    String text(Chosen choice) throws IOException {
        if (form.bytes()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            bytes(choice, out);
            return Troubles.lines(out.toString(StandardCharsets.UTF_8));
        }
        if (form.verify) {
            return ProofText.render(proof(choice), style);
        }
        ArchivedResponse response = replay.read(choice.capture());
        try {
            if (form.headers) {
                return headers(choice, response);
            }
            if (form.main) {
                return ArticleText.render(render.article(response), false, style);
            }
            if (form.markdown) {
                return ArticleMarkdown.render(render.article(response), false);
            }
            if (form.links) {
                return LinkList.render(render.links(response), style);
            }
            if (form.coherence) {
                return CoherenceTable.render(choice.capture(), new ListParts(replay).of(response), drift, style);
            }
            return render.text(response, style);
        } finally {
            replay.letGo(response);
        }
    }

    /** All facts; with a form named, what it shows as well. */
    ObjectNode json(Reference.Stored asked, Chosen choice) throws IOException {
        ObjectNode out = ReplayJson.chosen(asked, choice);
        if (form.verify) {
            out.set("proof", ReplayJson.proof(proof(choice)));
            return out;
        }
        ArchivedResponse response = replay.read(choice.capture());
        try {
            ReplayJson.facts(out, response, render.recordFields(choice.capture()));
            if (form.main) {
                out.set("article", ArticleJson.write(render.article(response)));
            } else if (form.markdown) {
                out.put("markdown", ArticleMarkdown.render(render.article(response), false));
            } else if (form.links) {
                out.set("links", ReplayJson.links(render.links(response)));
            } else if (form.coherence) {
                out.set("parts", ReplayJson.parts(new ListParts(replay).of(response), drift));
            } else if (form.text) {
                out.put("text", render.text(response, new TerminalStyle(style.width(), false, true)));
            }
        } finally {
            replay.letGo(response);
        }
        if (form.bytes()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes(choice, bytes);
            out.put("bytes", bytes.toByteArray());
        }
        return out;
    }

    /** What is wrong with the record. */
    RecordProof proof(Chosen choice) throws IOException {
        return new ProveRecord(replay).prove(choice.capture());
    }

    private String headers(Chosen choice, ArchivedResponse response) throws IOException {
        StringBuilder out = new StringBuilder();
        List<HttpHead.Header> fields = render.recordFields(choice.capture());
        fields.forEach(field ->
                out.append(field.name()).append(": ").append(field.value()).append('\n'));
        out.append('\n');
        head(response).ifPresent(head -> out.append(head.raw()));
        return Troubles.lines(out.toString());
    }

    private Optional<HttpHead> head(ArchivedResponse response) {
        return asSent && response.headAsSent().isPresent() ? response.headAsSent() : response.head();
    }

    /** Says what the record of a given file is otherwise than it says of itself; false where nothing is. */
    boolean damaged(Chosen choice) throws IOException {
        List<String> faults = replay.faults(choice.capture());
        faults.forEach(fault -> command.say("pressmark: the record shown is damaged: " + fault));
        return !faults.isEmpty();
    }
}
