package org.pressmark.provenance;

/**
 * The odds of all trees at once. Each text has at most one source among the others, and no text is its own ancestor; of all
 * ways to link the texts that keep to this, each has the product of its links' odds. How often a link stands in them is had
 * from one matrix inverse (Kirchhoff's matrix-tree theorem as in Koo, Globerson, Carreras, Collins: Structured prediction
 * models via the matrix-tree theorem, 2007).
 */
final class TreeOdds {
    private TreeOdds() {}

    /**
     * Probabilities from scores.
     *
     * @param scores {@code [child][parent]} log-odds, negative infinity where it cannot be; {@code [child][child]} is the
     *     score of having no source among the others
     * @return the same places, each child's adding up to 1
     */
    static double[][] of(double[][] scores) {
        int n = scores.length;
        double[][] odds = new double[n][n];
        double[][] laplace = new double[n][n];
        for (int child = 0; child < n; child++) {
            double most = Double.NEGATIVE_INFINITY;
            for (double score : scores[child]) {
                most = Math.max(most, score);
            }
            for (int parent = 0; parent < n; parent++) {
                odds[child][parent] = Math.exp(Math.max(-30, scores[child][parent] - most));
                if (scores[child][parent] == Double.NEGATIVE_INFINITY) {
                    odds[child][parent] = 0;
                }
                laplace[child][child] += odds[child][parent];
                laplace[parent][child] -= parent == child ? 0 : odds[child][parent];
            }
        }
        double[][] inverse = inverse(laplace);
        double[][] out = new double[n][n];
        for (int child = 0; child < n; child++) {
            for (int parent = 0; parent < n; parent++) {
                double share = parent == child ? inverse[child][child] : inverse[child][child] - inverse[child][parent];
                out[child][parent] = Math.max(0, Math.min(1, odds[child][parent] * share));
            }
        }
        return out;
    }

    /** Gauss and Jordan, with the largest pivot. */
    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, a[i], 0, n);
            a[i][n + i] = 1;
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
            }
            double[] swap = a[pivot];
            a[pivot] = a[column];
            a[column] = swap;
            double by = Math.abs(swap[column]) < 1e-300 ? 1e-300 : swap[column];
            for (int k = 0; k < 2 * n; k++) {
                swap[k] /= by;
            }
            for (int row = 0; row < n; row++) {
                double times = a[row][column];
                if (row != column && times != 0) {
                    for (int k = 0; k < 2 * n; k++) {
                        a[row][k] -= times * swap[k];
                    }
                }
            }
        }
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i], n, out[i], 0, n);
        }
        return out;
    }
}
