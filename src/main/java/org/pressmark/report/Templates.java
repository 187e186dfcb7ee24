package org.pressmark.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The precompiled page templates, and the style sheet and script that they share. */
final class Templates {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private Templates() {}

    static String render(String name, Map<String, Object> parameters) {
        StringOutput out = new StringOutput(32 * 1024);
        ENGINE.render(name + ".jte", parameters, out);
        return out.toString();
    }

    /** A text resource that lies beside this class, e.g. {@code pressmark.css}. */
    static String resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("expected the resource " + name + " beside " + Templates.class
                        + ", found none: the program was not built whole");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the resource " + name, unreadable);
        }
    }
}
