package org.pressmark.markup;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address as it stands in a document. It keeps hold of the document's text; take {@link #absolute()} out of it where
 * many are kept.
 */
public final class Address {
    private final String element;
    private final String attribute;
    private final AddressKind kind;
    private final Layer layer;
    private final String source;
    private final int start;
    private final int end;
    private final @Nullable WebAddress target;
    private final boolean fetchable;

    Address(
            String element,
            String attribute,
            AddressKind kind,
            Layer layer,
            String source,
            int start,
            int end,
            @Nullable WebAddress target,
            boolean fetchable) {
        this.element = element;
        this.attribute = attribute;
        this.kind = kind;
        this.layer = layer;
        this.source = source;
        this.start = start;
        this.end = end;
        this.target = target;
        this.fetchable = fetchable;
    }

    /** The element's name in lower case; {@code style} within style sheets. */
    public String element() {
        return element;
    }

    /** The attribute's name in lower case; empty text where it stands in an element's text or in a style sheet. */
    public String attribute() {
        return attribute;
    }

    public AddressKind kind() {
        return kind;
    }

    /** The address as written, escapes and all, outer white space dropped. */
    public String raw() {
        return source.substring(start, end);
    }

    /** First character of {@link #raw()} in the document's text. */
    public int start() {
        return start;
    }

    /** One past its last character. */
    public int end() {
        return end;
    }

    /** The absolute address with its fragment; nothing for {@code data:} and for what no browser could read. */
    public Optional<String> absolute() {
        return target == null ? Optional.empty() : Optional.of(target.href());
    }

    /** The absolute address taken apart. */
    public Optional<WebAddress> target() {
        return Optional.ofNullable(target);
    }

    /** True for {@code http} and {@code https} but for places within the same document ({@code #top}). */
    public boolean fetchable() {
        return fetchable;
    }

    /**
     * Another address as it must be written between {@link #start()} and {@link #end()}: escaped for the CSS string, the
     * list, the attribute and the {@code srcdoc} that it stands in.
     */
    public String written(String replacement) {
        return layer.write(replacement);
    }

    @Override
    public String toString() {
        return kind + " " + element + " " + attribute + " " + start + ".." + end + " "
                + (target == null ? "-" : target.href());
    }
}
