package io.aisle.ml.embedding;

import io.aisle.domain.job.Parallel;
import io.aisle.ml.kernel.AdamStep;
import io.aisle.ml.kernel.FloatVectors;
import java.util.Arrays;

/**
 * Adam over one table of embeddings, of which only the rows touched are updated, and over the dense
 * weights beside it. Gradients of several batches can be summed before a step; one norm over both
 * parts clips them. Weight decay shrinks dense weights at each step and a row whenever it is
 * touched. Confined to one thread; work on rows is shared out.
 */
public final class RowwiseAdam {
  private final RowTable table;
  private final AdamArray dense;
  private final RowGradients rows;
  private final float[] denseSum;
  private final double weightDecay;
  private final double clipNorm;
  private final Parallel parallel;
  private long steps;

  /**
   * @param weightDecay decoupled, as in AdamW
   * @param clipNorm longest gradient of a step; 0 does not clip
   */
  public RowwiseAdam(
      RowTable table, AdamArray dense, double weightDecay, double clipNorm, Parallel parallel) {
    this.table = table;
    this.dense = dense;
    this.rows = new RowGradients(table.rows(), table.width());
    this.denseSum = new float[dense.size()];
    this.weightDecay = weightDecay;
    this.clipNorm = clipNorm;
    this.parallel = parallel;
  }

  /**
   * Adds gradients of rows.
   *
   * @param cells {@code [bags.cells() * width]} gradient of each cell
   */
  public void add(Bags bags, float[] cells) {
    rows.add(bags, cells, parallel);
  }

  /**
   * Adds gradients of the dense weights.
   *
   * @param gradient {@code [dense.size()]}
   */
  public void add(float[] gradient) {
    FloatVectors.addScaled(1, gradient, 0, denseSum, 0, denseSum.length);
  }

  /**
   * Takes a step with what was added since the last one.
   *
   * @param batches whose gradients were added; the step goes along their mean
   */
  public void step(double learningRate, int batches) {
    steps++;
    AdamStep step = new AdamStep(learningRate, steps, weightDecay, clip(1.0 / batches));
    table.update(rows, step, parallel);
    dense.update(step, denseSum);
    rows.clear();
    Arrays.fill(denseSum, 0);
  }

  private double clip(double scale) {
    if (clipNorm == 0) {
      return scale;
    }
    double squares = rows.squares() + FloatVectors.dot(denseSum, 0, denseSum, 0, denseSum.length);
    double norm = scale * Math.sqrt(squares);
    return norm > clipNorm ? scale * clipNorm / norm : scale;
  }

  public RowTable table() {
    return table;
  }

  public AdamArray dense() {
    return dense;
  }

  /** Steps taken so far. */
  public long steps() {
    return steps;
  }

  /** Continues after a number of steps; the parts were restored by the caller. */
  public void continueAfter(long number) {
    steps = number;
  }
}
