package org.pressmark.store;

class PostgresFrontierTest extends FrontierContract {
    @Override
    StoreLocation location() {
        return Postgres.location();
    }
}
