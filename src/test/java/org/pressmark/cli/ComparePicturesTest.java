package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** Pictures of captured pages, told by what they show: a real server, a real archive. */
final class ComparePicturesTest {
    private static final String HOST = "paper.example";

    @TempDir
    private Path folder;

    @Test
    void aPictureInAnotherSizeIsNoChangeAndAnotherPictureIsShownBesideTheFirst() throws IOException {
        try (TestPress press = TestPress.open()) {
            press.page(HOST, "/photo.png", picture(600, 400, false))
                    .page(HOST, "/small/photo-2.png", picture(240, 160, false))
                    .page(HOST, "/other.png", picture(600, 400, true));
            press.page(HOST, "/a", story("/photo.png"))
                    .page(HOST, "/b", story("/small/photo-2.png"))
                    .page(HOST, "/c", story("/other.png"));
            for (String path : List.of("/a", "/b", "/c")) {
                Console.Run run = run("capture", "--delay", "0s", "--connect-to", press.connectTo(HOST), url(path));
                assertEquals(0, run.code(), run.toString());
            }
        }
        Console.Run same = run("compare", url("/a"), url("/b"), "--only", "image-changed", "--json");
        assertEquals(0, same.code(), same.toString());

        Path html = folder.resolve("report.html");
        Console.Run other = run("compare", url("/a"), url("/c"), "--only", "image-changed", "--html", html.toString());
        assertEquals(1, other.code(), other.toString());
        String page = Files.readString(html);
        assertEquals(2, page.split("src=\"data:image/jpeg;base64,", -1).length - 1, "both pictures, made anew");
        assertTrue(page.contains("600 × 400 pixels"), "their stored size");
        assertFalse(page.contains("data:image/png"), "never the stored bytes");
    }

    private static Reply story(String src) {
        return Reply.html("<html><head><title>Harbour closes</title></head><body><article><h1>Harbour closes</h1>"
                + "<figure><img src=\"" + src + "\" width=\"600\" height=\"400\" alt=\"The harbour\">"
                + "<figcaption>The harbour on Monday.</figcaption></figure>"
                + "<p>The ministry said on Tuesday that the harbour would be closed for repairs until autumn.</p>"
                + "<p>Fishermen in the villages along the coast had asked for help since the spring of the year.</p>"
                + "<p>Twelve ships waited outside, and nobody could say when they would be let in again.</p>"
                + "</article></body></html>");
    }

    private static Reply picture(int width, int height, boolean turned) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = (double) x / width;
                double v = (double) y / height;
                double light = turned
                        ? 0.5 + 0.4 * Math.sin(9 * v) * Math.cos(5 * u + 1)
                        : 0.5 + 0.4 * Math.cos(7 * u) * Math.sin(3 * v + 2 * u);
                int grey = (int) (255 * light);
                image.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return Reply.content("image/png", out.toByteArray());
    }

    private static String url(String path) {
        return "http://" + HOST + path;
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }
}
