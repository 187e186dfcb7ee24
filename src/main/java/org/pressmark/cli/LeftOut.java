package org.pressmark.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Names parts of a page that are missing from it, of very many the first. */
final class LeftOut {
    private static final int MOST = 100;

    private LeftOut() {}

    /**
     * A line a part.
     *
     * @param lead what each line begins with
     * @param say takes the lines
     */
    static void tell(String lead, List<String> parts, Consumer<String> say) {
        parts.stream().limit(MOST).forEach(part -> say.accept(lead + part));
        if (parts.size() > MOST) {
            say.accept(lead + String.format(Locale.ROOT, "%,d more", parts.size() - MOST));
        }
    }
}
