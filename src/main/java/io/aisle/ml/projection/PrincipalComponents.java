package io.aisle.ml.projection;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The plane in which vectors differ most (Pearson, 1901; Hotelling, 1933): the two eigenvectors of
 * their covariance with the largest eigenvalues, found by Commons Math. There is no chance in it;
 * of the two directions of an axis the one is taken in which its largest part is positive.
 */
public final class PrincipalComponents {
  private PrincipalComponents() {}

  /**
   * @param rows at least one vector
   */
  public static Plane of(Rows rows) {
    double[] mean = mean(rows);
    double[][] covariance = covariance(rows, mean);
    // of a symmetric matrix the same as eigenvectors, and never without an answer
    SingularValueDecomposition found =
        new SingularValueDecomposition(new Array2DRowRealMatrix(covariance, false));
    double[] values = found.getSingularValues();
    double all = Arrays.stream(values).sum();
    double[] x = along(rows, mean, found.getU().getColumnVector(0));
    if (rows.width() == 1) {
      return new Plane(x, new double[rows.count()], 1);
    }
    double[] y = along(rows, mean, found.getU().getColumnVector(1));
    return new Plane(x, y, all > 0 ? (values[0] + values[1]) / all : 1);
  }

  private static double[] mean(Rows rows) {
    double[] mean = new double[rows.width()];
    for (int at = 0; at < rows.data().length; at++) {
      mean[at % rows.width()] += rows.data()[at] / rows.count();
    }
    return mean;
  }

  private static double[][] covariance(Rows rows, double[] mean) {
    int width = rows.width();
    double[][] sums = new double[width][width];
    double[] row = new double[width];
    for (int i = 0; i < rows.count(); i++) {
      for (int a = 0; a < width; a++) {
        row[a] = rows.data()[i * width + a] - mean[a];
      }
      for (int a = 0; a < width; a++) {
        for (int b = 0; b <= a; b++) {
          sums[a][b] += row[a] * row[b] / rows.count();
        }
      }
    }
    for (int a = 0; a < width; a++) {
      for (int b = 0; b < a; b++) {
        sums[b][a] = sums[a][b];
      }
    }
    return sums;
  }

  private static double[] along(Rows rows, double[] mean, RealVector axis) {
    int largest = 0;
    for (int k = 1; k < rows.width(); k++) {
      // a little more, so that of two equal parts the first decides on every machine
      if (Math.abs(axis.getEntry(k)) > Math.abs(axis.getEntry(largest)) * (1 + 1e-9)) {
        largest = k;
      }
    }
    double sign = axis.getEntry(largest) < 0 ? -1 : 1;
    double[] places = new double[rows.count()];
    for (int i = 0; i < places.length; i++) {
      for (int k = 0; k < rows.width(); k++) {
        places[i] += sign * axis.getEntry(k) * (rows.data()[i * rows.width() + k] - mean[k]);
      }
    }
    return places;
  }
}
