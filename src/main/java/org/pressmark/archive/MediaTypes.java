package org.pressmark.archive;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.HttpHead;

/** Media types, as far as writing and indexing ask about them. */
final class MediaTypes {
    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "text/markdown");
    private static final Set<String> PACKED = Set.of(
            "application/zip",
            "application/gzip",
            "application/x-gzip",
            "application/pdf",
            "application/vnd.rar",
            "application/x-7z-compressed",
            "font/woff",
            "font/woff2",
            "application/font-woff",
            "application/font-woff2");
    private static final Set<String> LOOSE_PICTURES = Set.of("image/svg+xml", "image/bmp", "image/x-icon");

    private MediaTypes() {}

    /** Without parameters, in lower case: {@code Text/HTML; charset=x} is {@code text/html}. */
    static String base(String written) {
        int end = 0;
        while (end < written.length() && written.charAt(end) != ';' && written.charAt(end) != ',') {
            end++;
        }
        return written.substring(0, end).strip().toLowerCase(Locale.ROOT);
    }

    /** True for what a reader would open by itself, not as part of something else. */
    static boolean isPage(String base) {
        return PAGES.contains(base);
    }

    /** True where deflating once more gains next to nothing: coded by the server, or packed by its format. */
    static boolean isPacked(Optional<HttpHead> head, String base) {
        Optional<String> coding = head.flatMap(h -> h.first("Content-Encoding"));
        if (coding.isPresent()
                && !base("" + coding.get()).equals("identity")
                && !coding.get().isBlank()) {
            return true;
        }
        return PACKED.contains(base)
                || (base.startsWith("image/") && !LOOSE_PICTURES.contains(base))
                || base.startsWith("video/")
                || base.startsWith("audio/");
    }
}
