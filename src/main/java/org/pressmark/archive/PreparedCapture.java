package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Capture;

/**
 * A capture whose records are made, deflated and ready to be appended. It holds memory or a temporary file: append it or
 * close it. The exchange's body must stay readable until then.
 */
public final class PreparedCapture implements Closeable {

    /** Makes the records anew, for another file than they were made for. */
    interface Renderer {
        Rendered render(Segment segment) throws IOException;
    }

    private final String recordId;
    private final Capture.Kind kind;
    private final Renderer renderer;
    private @Nullable Rendered rendered;
    private boolean written;

    PreparedCapture(String recordId, Capture.Kind kind, Renderer renderer) {
        this.recordId = recordId;
        this.kind = kind;
        this.renderer = renderer;
    }

    /** The record id that the capture will have, so that captures made in its course can name it before it is appended. */
    public String recordId() {
        return recordId;
    }

    /** The type that its main record has. */
    public Capture.Kind kind() {
        return kind;
    }

    Rendered renderedFor(Segment segment) throws IOException {
        Rendered ready = rendered;
        if (ready == null || ready.segment() != segment) {
            close();
            ready = renderer.render(segment);
            rendered = ready;
        }
        return ready;
    }

    /** Says that the records were appended. */
    void written() {
        written = true;
    }

    /** Gives memory and temporary file back; what was appended stays. */
    @Override
    public void close() throws IOException {
        Rendered done = rendered;
        rendered = null;
        if (done != null) {
            done.bytes().close();
            if (!written) {
                done.certificates().ifPresent(done.segment()::forgetCertificate);
            }
        }
    }
}
