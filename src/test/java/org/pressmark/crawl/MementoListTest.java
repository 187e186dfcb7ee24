package org.pressmark.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.markup.WebAddress;

/** Lists of captures in the forms that archives speak, recognised by themselves. */
class MementoListTest {
    private static final String ASKED = "http://paper.example/story";
    private static final WebAddress AT =
            WebAddress.parse("http://archive.example/web/timemap/link/" + ASKED).orElseThrow();
    private static final Instant FIRST = Instant.parse("2020-05-03T10:00:00Z");

    private static MementoList read(String text) {
        return MementoList.read(text, AT, ASKED).orElseThrow();
    }

    private static ListedMemento only(String text) {
        List<ListedMemento> all = read(text).mementos();
        assertEquals(1, all.size(), all.toString());
        assertEquals(FIRST, all.get(0).date());
        return all.get(0);
    }

    @Test
    void readsATimeMapWithCommasInAddressesAndItsPages() {
        MementoList list = read("""
                <http://paper.example/story>; rel="original",
                <http://archive.example/timemap/2>; rel="timemap"; type="application/link-format"; from="x, y",
                </web/20200503100000/http://paper.example/story?a=1,2>; rel="first memento"; datetime="Sun, 03 May 2020 10:00:00 GMT",
                <http://archive.example/web/20210704000000/http://paper.example/story>; datetime="Sun, 04 Jul 2021 00:00:00 GMT"; rel=memento,
                <http://archive.example/web/timemap/link/http://paper.example/story>; rel="self"
                """);
        assertEquals(2, list.mementos().size());
        assertEquals(FIRST, list.mementos().get(0).date());
        assertEquals(
                Optional.of("http://archive.example/web/20200503100000/http://paper.example/story?a=1,2"),
                list.mementos().get(0).memento());
        assertEquals(List.of("http://archive.example/timemap/2"), list.more());
    }

    @Test
    void readsATimeMapInJson() {
        MementoList list = read("""
                {"original_uri": "http://paper.example/story", "mementos": {"list": [{"datetime": "2020-05-03T10:00:00Z",
                 "uri": "http://archive.example/web/20200503100000/http://paper.example/story"}]},
                 "timemap_index": [{"uri": "http://archive.example/timemap/json/2/x"}]}""");
        assertEquals(FIRST, list.mementos().get(0).date());
        assertEquals(1, list.more().size());
    }

    @Test
    void readsWhatTheWaybackMachineSays() {
        ListedMemento memento = only("""
                [["urlkey","timestamp","original","mimetype","statuscode","digest","length"],
                ["example,paper)/story","20200503100000","https://paper.example/story","text/html","200","DNZ2HTSBPSFYKRUQUFHHRLJSN6IHZS63","900"]]""");
        assertEquals("https://paper.example/story", memento.url());
        assertEquals(200, memento.status());
        assertEquals(Optional.of("DNZ2HTSBPSFYKRUQUFHHRLJSN6IHZS63"), memento.digest());
    }

    @Test
    void readsWhatPywbSays() {
        assertEquals(404, only("""
                {"urlkey": "example,paper)/story", "timestamp": "20200503100000", "url": "http://paper.example/story", "mime": "text/html", "status": "404", "digest": "sha1:DNZ2HTSBPSFYKRUQUFHHRLJSN6IHZS63"}
                """).status());
        ListedMemento cdxj = only("""
                example,paper)/story 20200503100000 {"url": "http://paper.example/story", "mime": "warc/revisit", "status": "-", "digest": "X"}
                """);
        assertEquals("warc/revisit", cdxj.mediaType());
        assertEquals(0, cdxj.status());
    }

    @Test
    void readsCdxAsTextWithAndWithoutItsFirstLine() {
        String row =
                "example,paper)/story 20200503100000 http://paper.example/story text/html 200 DNZ2 - - 900 0 a.warc.gz\n";
        assertEquals(200, only(row).status());
        assertEquals(200, only(" CDX N b a m s k r M S V g\n" + row).status());
        assertEquals(
                200,
                only(" CDX b a s\n20200503100000 http://paper.example/story 200\n")
                        .status());
    }

    @Test
    void readsATimeMapInCdxj() {
        assertEquals(MementoList.TIME_MAP, read("""
                !context ["http://tools.ietf.org/html/rfc7089"]
                !id {"uri": "http://archive.example/timemap/cdxj/x"}
                20200503100000 {"uri": "http://archive.example/web/20200503100000/x", "rel": "memento", "datetime": "Sun, 03 May 2020 10:00:00 GMT"}
                """).form());
    }

    @Test
    void anEmptyListIsOneAPageIsNone() {
        assertTrue(read("").mementos().isEmpty());
        assertTrue(read("[]").mementos().isEmpty());
        assertEquals(Optional.empty(), MementoList.read("<!doctype html><title>Not found</title>", AT, ASKED));
        assertEquals(Optional.empty(), MementoList.read("Not found", AT, ASKED));
        assertEquals(Optional.empty(), MementoList.read("{\"error\": \"no\"}", AT, ASKED));
    }
}
