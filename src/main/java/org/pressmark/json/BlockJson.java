package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;

/**
 * {@code {"kind","text","level","inlines":[{"kind","start","end","target"}],"image":{"src","alt"},"place"}}; level 0, no
 * inlines, no image and no place are left out.
 */
final class BlockJson {
    private BlockJson() {}

    static ObjectNode write(Block block) {
        ObjectNode out = Json.object().put("kind", block.kind().word()).put("text", block.text());
        if (block.level() != 0) {
            out.put("level", block.level());
        }
        if (!block.inlines().isEmpty()) {
            ArrayNode inlines = out.putArray("inlines");
            for (Block.Inline inline : block.inlines()) {
                inlines.addObject()
                        .put("kind", Words.of(inline.kind()))
                        .put("start", inline.start())
                        .put("end", inline.end())
                        .put("target", inline.target());
            }
        }
        block.image()
                .ifPresent(
                        image -> out.putObject("image").put("src", image.src()).put("alt", image.alt()));
        PlaceJson.set(out, block.place());
        return out;
    }

    static Block read(In in) {
        return new Block(
                in.word("kind", BlockKind.class),
                in.text("text"),
                in.list("inlines", BlockJson::readInline),
                in.optional("image", image -> new Block.Image(image.text("src"), image.text("alt"))),
                in.small("level", 0),
                PlaceJson.get(in));
    }

    private static Block.Inline readInline(In in) {
        return new Block.Inline(
                in.word("kind", Block.InlineKind.class), in.small("start", 0), in.small("end", 0), in.text("target"));
    }
}
