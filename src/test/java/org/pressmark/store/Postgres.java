package org.pressmark.store;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, one for all tests of this JVM; where none can be started, the tests that need it are skipped. */
final class Postgres {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable String trouble;

    private Postgres() {}

    /** A schema that no other test uses. */
    static StoreLocation.Server location() {
        return new StoreLocation.Server(url() + "&currentSchema=press_" + SCHEMAS.incrementAndGet());
    }

    static synchronized String url() {
        if (server == null && trouble == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(3))
                        .start();
            } catch (IOException | IllegalStateException e) {
                trouble = "SKIPPED: no PostgreSQL could be started here: " + e;
            }
        }
        if (server == null) {
            return abort(trouble);
        }
        return server.getJdbcUrl("postgres", "postgres");
    }
}
