package org.pressmark.json;

import java.util.Locale;

/** The words of enum constants in JSON: lower case, hyphens, e.g. {@code revisit-identical}. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
