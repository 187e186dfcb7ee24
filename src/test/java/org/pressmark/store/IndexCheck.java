package org.pressmark.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether all indexes of an H2 database list the same rows. */
final class IndexCheck {
    private IndexCheck() {}

    /** One line for each index that lists other rows than its table has, or that names a row which is not there. */
    static List<String> disagreements(Sql sql) {
        try (Statement statement = sql.connection().createStatement()) {
            List<String> wrong = new ArrayList<>();
            for (Map.Entry<String, List<String>> index : indexes(statement).entrySet()) {
                String[] name = index.getKey().split(" ", -1);
                long rows = rows(statement, "SELECT 1 FROM " + name[0]);
                String order = String.join(", ", index.getValue());
                String along = "SELECT * FROM " + name[0] + " USE INDEX (\"" + name[1] + "\") ORDER BY " + order;
                try {
                    long listed = rows(statement, along);
                    if (listed != rows) {
                        wrong.add(name[1] + " lists " + listed + " rows of " + rows);
                    }
                } catch (SQLException e) {
                    wrong.add(name[1] + ": " + e.getMessage());
                }
            }
            return wrong;
        } catch (SQLException e) {
            throw new AssertionError("the indexes cannot be read", e);
        }
    }

    private static Map<String, List<String>> indexes(Statement statement) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT table_name, index_name, column_name"
                + " FROM information_schema.index_columns WHERE table_schema = 'public' ORDER BY ordinal_position")) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1) + " " + rows.getString(2), index -> new ArrayList<>())
                        .add(rows.getString(3));
            }
        }
        return columns;
    }

    private static long rows(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            long count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }
}
