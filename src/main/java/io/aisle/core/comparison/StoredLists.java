package io.aisle.core.comparison;

import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.rerank.Categories;
import io.aisle.core.training.RunData;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TopRow;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.rerank.ExposureMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The lists of comparable runs, read into the dense numbers of the first.
 *
 * @param runs the first is the reference
 * @param data of the reference; those of comparable runs are the same
 * @param history what users were scored from, without events of other kinds
 * @param users index of each user who was judged, ascending
 * @param lists {@code [run][user][rank]} items, best first; users in the order of {@code users}
 */
record StoredLists(
    List<RunFolder> runs, RunData data, Interactions history, int[] users, int[][][] lists) {
  /**
   * Reads the lists of all runs.
   *
   * @throws InputException when lists or data cannot be read
   */
  static StoredLists read(List<RunFolder> runs, CancelSignal cancel) {
    RunData data = runs.getFirst().loadData();
    Map<String, Integer> items = index(data.catalogue().items());
    Map<String, Integer> places = new HashMap<>();
    int[] users =
        IntStream.range(0, data.catalogue().users().size())
            .filter(user -> data.split().test().length(user) > 0)
            .toArray();
    for (int at = 0; at < users.length; at++) {
      places.put(data.catalogue().users().get(users[at]), at);
    }
    int[][][] lists = new int[runs.size()][][];
    for (int run = 0; run < lists.length; run++) {
      cancel.check();
      lists[run] = read(runs.get(run), places, items);
    }
    Interactions history =
        EvaluationStage.test(data.split(), ProtocolFacts.of(runs.getFirst().record()).known())
            .history();
    return new StoredLists(List.copyOf(runs), data, history, users, lists);
  }

  private static Map<String, Integer> index(List<String> names) {
    Map<String, Integer> index = new HashMap<>();
    names.forEach(name -> index.put(name, index.size()));
    return index;
  }

  private static int[][] read(
      RunFolder run, Map<String, Integer> users, Map<String, Integer> items) {
    int[][] lists = new int[users.size()][0];
    for (TopRow row : run.top()) {
      Integer item = items.get(row.item());
      Integer user = users.get(row.user());
      if (item == null || user == null) {
        throw new InputException(
            "%s lists '%s' for the user '%s', but its data do not have both; run the experiment again"
                .formatted(run.topFile(), row.item(), row.user()));
      }
      int[] list = lists[user];
      lists[user] = Arrays.copyOf(list, list.length + 1);
      lists[user][list.length] = item;
    }
    return lists;
  }

  /**
   * What the lists of each run are like.
   *
   * @param depth places of each list that count
   * @param cancel looked at between runs
   */
  List<BeyondAccuracy> beyond(int depth, CancelSignal cancel) {
    Categories categories = Categories.of(data.catalogue());
    ListDiversity diversity = new ListDiversity(categories, data.split().train());
    CategoryCalibration calibration = new CategoryCalibration(categories);
    int[] popularity = data.split().train().itemCounts();
    List<int[]> histories =
        Arrays.stream(users).mapToObj(user -> data.split().train().row(user)).toList();
    double usual = ExposureMeter.popularity(histories, popularity);
    List<BeyondAccuracy> found = new ArrayList<>();
    for (int run = 0; run < lists.length; run++) {
      cancel.check();
      RunRecord record = runs.get(run).record();
      List<int[]> cut =
          Arrays.stream(lists[run]).map(list -> Arrays.copyOf(list, least(depth, list))).toList();
      found.add(
          new BeyondAccuracy(
              runs.get(run),
              depth,
              reported(record, MetricKind.COVERAGE, depth),
              reported(record, MetricKind.NOVELTY, depth),
              diversity.of(lists[run], depth),
              ExposureMeter.gini(places(run, depth)),
              ExposureMeter.popularity(cut, popularity) / usual,
              calibration.of(users, history, lists[run], depth),
              RankAgreement.overlap(lists[run], lists[0], depth)));
    }
    return found;
  }

  /** How often each item of the catalogue stands in the lists of a run. */
  int[] places(int run, int depth) {
    int[] places = new int[data.catalogue().items().size()];
    for (int[] list : lists[run]) {
      for (int rank = 0; rank < least(depth, list); rank++) {
        places[list[rank]]++;
      }
    }
    return places;
  }

  private static int least(int depth, int[] list) {
    return Math.min(depth, list.length);
  }

  private static double reported(RunRecord run, MetricKind kind, int depth) {
    Double value = run.metrics().test().get(new Metric(kind, depth).id());
    return value == null ? Double.NaN : value;
  }
}
