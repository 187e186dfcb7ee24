package org.pressmark.reuse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Digest;
import org.pressmark.model.Field;
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

    /** Labels of pages that stand in the place of an article. */
    private static final Set<String> STAND_INS = Set.of("wall", "rate-limit", "soft-404");

    private Wording() {}

    /** SHA-256 of the folded text. */
    public static Digest digest(Article article) {
        String text = article.blocks().stream()
                .filter(block -> COUNTED.contains(block.kind()))
                .map(Block::text)
                .collect(Collectors.joining(" "));
        return Digest.of(Digest.Algorithm.SHA256, sha256(Folded.fold(text).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether there is an article to be read: a headline or a body, of nothing that stands in an article's place. */
    public static boolean present(Article article) {
        return (article.headline().isPresent() || !article.body().isEmpty())
                && standIn(article).isEmpty();
    }

    /** The label by which a page says that it stands in the place of an article; empty where it bears none. */
    public static Optional<Field> standIn(Article article) {
        return article.notes().stream()
                .filter(note -> STAND_INS.contains(note.value()))
                .findFirst();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance(Digest.Algorithm.SHA256.javaName()).digest(bytes);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
