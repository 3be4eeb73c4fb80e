package io.aisle.core.users;

import io.aisle.core.explanation.HistoryItem;
import io.aisle.core.explanation.ItemHistory;
import io.aisle.core.training.RunData;
import io.aisle.core.training.RunFolder;
import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import java.util.List;

/** A run's data and what is made of them again and again. Immutable. */
public final class RunFacts {
  private final RunFolder run;
  private final RunData data;
  private final Interactions history;
  private final int[] itemUsers;

  private RunFacts(RunFolder run, RunData data, Interactions history) {
    this.run = run;
    this.data = data;
    this.history = history;
    this.itemUsers = itemUsers(data.split().train());
  }

  static RunFacts read(RunFolder run) {
    RunData data = run.loadData();
    return new RunFacts(run, data, run.testStage(data).history());
  }

  private static int[] itemUsers(Interactions train) {
    int[] counts = new int[train.items()];
    int[] counted = new int[train.items()];
    Arrays.fill(counted, -1);
    for (int user = 0; user < train.users(); user++) {
      for (int at = train.offsets()[user]; at < train.offsets()[user + 1]; at++) {
        int item = train.item()[at];
        if (counted[item] != user) {
          counted[item] = user;
          counts[item]++;
        }
      }
    }
    return counts;
  }

  public RunData data() {
    return data;
  }

  /** What users are scored from at test time. */
  public Interactions history() {
    return history;
  }

  /** How many users of the training part had each item. */
  public int[] itemUsers() {
    return itemUsers;
  }

  /**
   * Index of a user.
   *
   * @throws io.aisle.domain.InputException naming the nearest known ids
   */
  public int user(String id) {
    return data.user(id, run);
  }

  List<HistoryItem> history(String user) {
    return ItemHistory.of(data, history, user(user));
  }
}
