package org.pressmark.json;

/** JSON that is broken or has another shape than the reader expects. The message names the place. */
public final class JsonException extends RuntimeException {
    private final String where;
    private final String problem;

    JsonException(String where, String problem) {
        super(where + ": " + problem);
        this.where = where;
        this.problem = problem;
    }

    JsonException(String where, String expected, String found) {
        this(where, "expected " + expected + ", found " + found);
    }

    /** The place: {@code line 3, column 17} of a text, or a path such as {@code article.blocks[2].kind}. */
    public String where() {
        return where;
    }

    @Override
    public String getMessage() {
        return where + ": " + problem;
    }
}
