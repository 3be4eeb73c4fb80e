package io.aisle.ml.model;

import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.embedding.Bags;
import io.aisle.ml.embedding.FieldMap;
import io.aisle.ml.embedding.Histories;
import io.aisle.ml.embedding.History;
import io.aisle.ml.embedding.Identity;
import io.aisle.ml.embedding.PairBatch;
import io.aisle.ml.embedding.SimilarUsers;
import java.util.SplittableRandom;

/**
 * Describes users and items, of a training batch or of a question, by the rows of their fields. A
 * known user has the own embedding, whatever the history; a stranger or an edited history the mean
 * of the twenty most similar known users' ({@link SimilarUsers}); one without a history the mean of
 * all. Thread-safe.
 */
public final class FieldReader {
  private static final float START = 0.05f;

  private final FieldMap fields;
  private final Histories histories;
  private final SimilarUsers similar;
  private final Interactions train;

  /**
   * @param labelled whether interactions carry labels of the data
   * @param owned what each user has
   */
  public FieldReader(FieldMap fields, FitData data, boolean labelled, SparseRows owned) {
    this.fields = fields;
    this.histories = new Histories(data, labelled);
    this.similar = new SimilarUsers(owned);
    this.train = data.train();
  }

  public FieldMap fields() {
    return fields;
  }

  /** Fresh embeddings: normal, with a deviation of 0.05. */
  public float[] initial(int width, SplittableRandom random) {
    float[] values = new float[Math.multiplyExact(fields.rows(), width)];
    for (int at = 0; at < values.length; at++) {
      values[at] = START * (float) random.nextGaussian();
    }
    return values;
  }

  /**
   * Describes a training batch.
   *
   * @param past {@code [rows]} overwritten with the items of each history that were read
   */
  public void read(PairBatch batch, Bags users, Bags items, int[] past) {
    users.clear();
    items.clear();
    for (int r = 0; r < batch.rows(); r++) {
      int user = batch.user()[r];
      int position = batch.position()[r];
      History history = histories.of(user, position);
      long time = train.hasTimes() ? train.time()[position] : FitData.NO_TIME;
      fields.addUser(users, Identity.known(user), time, history);
      past[r] = history.length(fields.maxLength());
    }
    for (int item : batch.item()) {
      fields.addItem(items, item);
    }
  }

  /**
   * Describes one user who asks.
   *
   * @param time seconds since 1970, or {@link FitData#NO_TIME}
   */
  public void user(HistoryBlock block, int row, long time, Bags users) {
    History history = history(block, row);
    int user = block.user()[row];
    Identity identity = user >= 0 ? Identity.known(user) : similar.stranger(history);
    fields.addUser(users, identity, time, history);
  }

  /** The part of a user's history that is read. */
  public History history(HistoryBlock block, int row) {
    return histories.of(
        block.item(), block.value(), block.offsets()[row], block.offsets()[row + 1]);
  }

  /** Whether all moments of the training are known. */
  boolean allTimes() {
    return train.hasTimes();
  }
}
