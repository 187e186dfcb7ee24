package org.pressmark.reuse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Digest;
import org.pressmark.text.Folded;

/**
 * What an article says, apart from how it is set: the text by which two captures of a page count as one version. Headline,
 * body, bylines, credits, captions and notes count; typography, paragraph breaks, times ("2 hours ago"), pictures and what
 * stands around an article do not.
 */
public final class Wording {
    private static final Set<BlockKind> COUNTED = EnumSet.complementOf(EnumSet.of(
            BlockKind.TIMESTAMP,
            BlockKind.IMAGE,
            BlockKind.RELATED,
            BlockKind.PROMO,
            BlockKind.COMMENT_FORM,
            BlockKind.OTHER));

    private Wording() {}

    /** SHA-256 of the folded text. */
    public static Digest digest(Article article) {
        String text = article.blocks().stream()
                .filter(block -> COUNTED.contains(block.kind()))
                .map(Block::text)
                .collect(Collectors.joining(" "));
        return Digest.of(Digest.Algorithm.SHA256, sha256(Folded.fold(text).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether there is anything to be read: a headline or a body. */
    public static boolean present(Article article) {
        return article.headline().isPresent() || !article.body().isEmpty();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance(Digest.Algorithm.SHA256.javaName()).digest(bytes);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
