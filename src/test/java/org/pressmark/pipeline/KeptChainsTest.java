package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Capture;
import org.pressmark.model.Derivation;
import org.pressmark.model.LinkWord;
import org.pressmark.testing.TestWarc;

class KeptChainsTest {
    private static final String STORY = "http://paper.example/story";
    private static final String COPY = "http://republisher.example/story";

    @TempDir
    Path folder;

    private Pipeline open() throws IOException {
        Settings settings = Settings.defaults()
                .with(Map.of(
                        Setting.ARCHIVE_DIR,
                        new Settings.Value(folder.resolve("archive").toString(), "test")));
        return Pipeline.open(settings, "test", finding -> {});
    }

    private static void take(Pipeline house, Path file) throws IOException {
        new ImportFiles(house).archiveFile(file, (name, doing, done, total, captures) -> {});
    }

    private static String story(String sentence) {
        return "<!doctype html><html lang=en><title>Harbour</title><article><h1>Harbour closes</h1>"
                + "<p>The ministry said on Tuesday that the harbour would be closed for repairs until spring.</p>"
                + "<p>Three ships wait at its mouth for the icebreaker, which pilots expect there on Thursday.</p><p>"
                + sentence + "</p></article></html>";
    }

    @Test
    void theSecondLookShowsTheSameConclusion() throws IOException {
        TestWarc warc = new TestWarc()
                .page(STORY, "2021-03-01T10:00:00Z", story("The clerks counted ninety ships by noon."))
                .page(COPY, "2021-03-02T10:00:00Z", story("The clerks counted ninety-one ships by noon."));
        try (Pipeline house = open()) {
            take(house, warc.write(folder.resolve("one.warc.gz")));
            Capture copy = new Holdings(house).captures(COPY).get(0);
            KeptChains chains = new KeptChains(house);
            KeptChains.Described first = chains.of(copy);
            assertSame(first, chains.of(copy));
            assertEquals(new TraceProvenance(house).trace(copy), first.chain());
            assertEquals(new DescribeChain(house).notes(first.chain()), first.notes());
        }
    }

    @Test
    void whatAnotherProcessAddedIsSeenAtOnce() throws IOException {
        try (Pipeline house = open()) {
            take(
                    house,
                    new TestWarc()
                            .page(STORY, "2021-03-01T10:00:00Z", story("The clerks counted ninety ships by noon."))
                            .page(COPY, "2021-03-02T10:00:00Z", story("The clerks counted ninety-one ships by noon."))
                            .write(folder.resolve("one.warc.gz")));
            Capture copy = new Holdings(house).captures(COPY).get(0);
            KeptChains chains = new KeptChains(house);
            KeptChains.Described before = chains.of(copy);
            try (Pipeline other = open()) {
                take(
                        other,
                        new TestWarc()
                                .page(
                                        "http://third.example/story",
                                        "2021-03-03T10:00:00Z",
                                        story("The clerks counted no ships by noon."))
                                .write(folder.resolve("two.warc.gz")));
            }
            KeptChains.Described joined = chains.of(copy);
            assertEquals(
                    before.chain().nodes().size() + 1, joined.chain().nodes().size());
            try (Pipeline other = open()) {
                new LinkCopies(other).say(new Reference.Stored(COPY, ""), STORY, LinkWord.Word.ADD, "seen", "clerk");
            }
            KeptChains.Described said = chains.of(copy);
            assertNotSame(joined, said);
            assertTrue(
                    said.chain().links().stream().anyMatch(link -> link.basis() == Derivation.Basis.CONFIRMED),
                    said.chain().links().toString());
        }
    }
}
