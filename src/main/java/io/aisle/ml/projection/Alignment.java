package io.aisle.ml.projection;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Brings one set of vectors over another one of the same things by a rotation or reflection, the
 * one that leaves the least squared distance (orthogonal Procrustes; Schoenemann, 1966): with
 * {@code U S V^T} the singular value decomposition of {@code A^T B} it is {@code R = U V^T}. Models
 * know their vectors up to such a turn only. The narrower set gets zeros behind its columns.
 */
public final class Alignment {
  private Alignment() {}

  /**
   * How far each vector is from its partner after the turn: 1 less the cosine of their angle.
   *
   * @param from vectors of length 1 or 0
   * @param to as many, likewise
   * @return {@code [count]} 0 to 2; 1 where one has no length
   */
  public static double[] shifts(Rows from, Rows to) {
    int width = Math.max(from.width(), to.width());
    RealMatrix turn = turn(from, to, width);
    double[] shifts = new double[from.count()];
    double[] turned = new double[width];
    for (int i = 0; i < shifts.length; i++) {
      for (int b = 0; b < width; b++) {
        turned[b] = 0;
        for (int a = 0; a < from.width(); a++) {
          turned[b] += from.data()[i * from.width() + a] * turn.getEntry(a, b);
        }
      }
      double cosine = 0;
      for (int b = 0; b < to.width(); b++) {
        cosine += turned[b] * to.data()[i * to.width() + b];
      }
      shifts[i] = 1 - Math.clamp(cosine, -1, 1);
    }
    return shifts;
  }

  private static RealMatrix turn(Rows from, Rows to, int width) {
    double[][] product = new double[width][width];
    for (int i = 0; i < from.count(); i++) {
      for (int a = 0; a < from.width(); a++) {
        double left = from.data()[i * from.width() + a];
        for (int b = 0; b < to.width(); b++) {
          product[a][b] += left * to.data()[i * to.width() + b];
        }
      }
    }
    SingularValueDecomposition found =
        new SingularValueDecomposition(new Array2DRowRealMatrix(product, false));
    return found.getU().multiply(found.getVT());
  }
}
