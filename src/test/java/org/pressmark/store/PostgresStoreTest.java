package org.pressmark.store;

class PostgresStoreTest extends StoreContract {
    @Override
    StoreLocation location() {
        return Postgres.location();
    }
}
