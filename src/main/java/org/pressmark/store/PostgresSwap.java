package org.pressmark.store;

import java.util.List;
import java.util.Optional;

/** A new PostgreSQL schema beside the present one, renamed into its place in one transaction. */
final class PostgresSwap implements Swap {
    private final PostgresDatabase present;
    private final PostgresDatabase fresh;

    PostgresSwap(StoreLocation.Server location, boolean alone) {
        this.present = alone ? PostgresDatabase.alone(location) : PostgresDatabase.shared(location);
        this.fresh = present.beside(alone ? "_rebuild" : "_check");
    }

    @Override
    public Database fresh() {
        return fresh;
    }

    @Override
    public Optional<Database> present() {
        return Optional.of(present.unclaimed());
    }

    /** Every commit is stored already. */
    @Override
    public void finish(Sql sql) {}

    @Override
    public void swap() {
        String now = PostgresDatabase.quoted(present.schema());
        String old = PostgresDatabase.quoted(present.schema() + "_old");
        String next = PostgresDatabase.quoted(fresh.schema());
        present.inOne(List.of(
                "DROP SCHEMA IF EXISTS " + old + " CASCADE",
                "ALTER SCHEMA " + now + " RENAME TO " + old,
                "ALTER SCHEMA " + next + " RENAME TO " + now,
                "DROP SCHEMA " + old + " CASCADE"));
    }

    @Override
    public void close() {
        try {
            present.inOne(List.of("DROP SCHEMA IF EXISTS " + PostgresDatabase.quoted(fresh.schema()) + " CASCADE"));
        } finally {
            present.close();
        }
    }
}
