package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.FetchOutcome;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;

/** Several connections to one host, each used again and again by whichever thread comes next. */
class ManyAtOnceTest {
    private static final String HOST = "news.example";
    private static final int THREADS = 8;
    private static final int EACH = 150;

    @TempDir
    Path spool;

    /** An answer without a body gives its connection back before its head is looked at. */
    @Test
    @Timeout(120)
    void everyAnswerKeepsItsOwnHead() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (TestPress press = TestPress.open()) {
            for (int i = 0; i < THREADS * EACH; i++) {
                press.page(HOST, "/" + i, Reply.answer("304 Not Modified", "ETag: \"" + i + "\"\r\n", new byte[0]));
            }
            FetchPace pace = FetchPace.defaults().withDelay(Duration.ZERO).withConnections(THREADS);
            FetchRoutes routes = FetchRoutes.direct().withConnectTo(List.of(ConnectTo.parse(press.connectTo(HOST))));
            FetchSettings settings =
                    FetchSettings.defaults("0.1.0").withRoutes(routes).withPace(pace);
            try (Fetcher fetcher = new Fetcher(settings, TestClock.at("2021-12-27T10:00:00Z"), spool, exchange -> {})) {
                List<Callable<List<String>>> work = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    int from = thread * EACH;
                    work.add(() -> wrong(fetcher, from));
                }
                List<String> wrong = new ArrayList<>();
                for (Future<List<String>> one : threads.invokeAll(work)) {
                    wrong.addAll(one.get());
                }
                assertEquals(List.of(), wrong);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> wrong(Fetcher fetcher, int from) {
        List<String> wrong = new ArrayList<>();
        for (int i = from; i < from + EACH; i++) {
            FetchOutcome outcome = fetcher.fetch(FetchRequest.page("http://" + HOST + "/" + i)
                    .withObeyRobots(false)
                    .withValidators(Optional.of("\"" + i + "\""), Optional.empty()));
            String path = "/" + i + " ";
            boolean own = outcome instanceof FetchOutcome.NotModified same
                    && same.exchange().requestHead().startLine().contains(path)
                    && same.exchange()
                            .responseHead()
                            .first("ETag")
                            .equals(Optional.of("\"" + path.substring(1).strip() + "\""));
            if (!own) {
                wrong.add(path + outcome);
            }
        }
        return wrong;
    }
}
