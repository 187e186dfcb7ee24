package org.pressmark.store;

class PostgresRebuildTest extends RebuildContract {
    @Override
    StoreLocation location() {
        return Postgres.location();
    }
}
