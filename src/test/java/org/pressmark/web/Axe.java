package org.pressmark.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.pressmark.testing.Browser;

/** Pages under axe-core's rules (WCAG 2.2 A and AA, best practices); leaves their pictures under {@code target/web}. */
final class Axe {
    /** The archived page in its frame is not ours to judge. */
    private static final String RUN = """
        axe.run(document, {iframes: false, resultTypes: ['violations'],
            runOnly: ONLY})
          .then(found => found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' '
            + n.any.concat(n.all, n.none).map(c => c.message).join('; ').slice(0, 200)).join(' | ')).join('\\n'))\
        """;

    private static final String ALL = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
    private static final String OF_A_VIEW =
            "{type: 'rule', values: ['color-contrast', 'target-size', 'scrollable-region-focusable',"
                    + " 'link-in-text-block']}";

    private Axe() {}

    /**
     * What is wrong with pages, by page and view: all rules on a phone in the light, those that a wider or a darker view may
     * break on a desk in the dark. The width that they overflow by is wrong too.
     *
     * @param pages their paths by a name
     */
    static Map<String, String> wrong(Browser browser, String origin, Map<String, String> pages) throws Exception {
        String axe = script();
        Path pictures = Files.createDirectories(Path.of("target", "web"));
        Map<String, String> wrong = new TreeMap<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            browser.screen(390, false);
            browser.go(origin + page.getValue());
            browser.evaluate(axe);
            for (boolean desk : new boolean[] {false, true}) {
                String name = page.getKey() + (desk ? "-1280-dark" : "-390");
                int width = desk ? 1280 : 390;
                browser.screen(width, desk);
                String found = browser.evaluate(RUN.replace("ONLY", desk ? OF_A_VIEW : ALL));
                String wide = browser.evaluate("document.documentElement.scrollWidth");
                Files.write(pictures.resolve(name + ".png"), browser.wholePicture());
                if (!found.isEmpty() || Integer.parseInt(wide) > width) {
                    wrong.put(name, found + (Integer.parseInt(wide) > width ? "\nwidth " + wide : ""));
                }
            }
        }
        return wrong;
    }

    private static String script() throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream("axe.min.js")) {
            if (in == null) {
                throw new IOException("expected axe-core among the tests' libraries, found none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
