package io.aisle.core.training;

import io.aisle.core.dataset.Nearest;
import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.rerank.RuleCompiler;
import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.rerank.Reranker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is fitted and judged on. In a run folder's {@code data/}: the dictionaries {@code
 * users.tsv} (user) and {@code items.tsv} (item, title, category), whose order fixes the dense
 * indices, and {@code train.tsv.gz}, {@code valid.tsv.gz}, {@code test.tsv.gz} in the format of a
 * given split, so that anyone can run it again from the folder alone; and the files of {@link
 * SideData}.
 *
 * @param catalogue names of the dense indices
 * @param split the three parts
 * @param side what the model reads beside them
 */
public record RunData(Catalogue catalogue, SplitData split, SideData side) {
  private static final List<String> PARTS = List.of("train", "valid", "test");

  /** A split alone. */
  public RunData(Catalogue catalogue, SplitData split) {
    this(catalogue, split, SideData.none(split.train().users(), split.train().items()));
  }

  /** What the experiment's model is fitted on. */
  public FitData fitData(Experiment experiment) {
    return new FitData(
        fitted(experiment),
        !experiment.side().behaviours().isEmpty(),
        experiment.side().label().minValue(),
        side.features(experiment, split.train().hasTimes()));
  }

  /** The training part, with the events of other kinds where the experiment weighs them. */
  private Interactions fitted(Experiment experiment) {
    return weights(experiment)
        .map(weights -> side.behaviours().fitted(split.train(), weights))
        .orElseGet(split::train);
  }

  private static Optional<Behaviours.Weights> weights(Experiment experiment) {
    Map<EventKind, Double> given = experiment.side().behaviours();
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(Behaviours.Weights.of(given, experiment.prepare().kinds()));
  }

  /** How lists are judged while a model is being fitted or chosen. */
  public EvaluationStage validation(Experiment experiment) {
    return new EvaluationStage(fitted(experiment), split.train(), split.valid());
  }

  /** How lists are judged at the end; events of other kinds are known and never masked. */
  public EvaluationStage test(Experiment experiment) {
    ProtocolSpec.History history = experiment.protocol().history();
    EvaluationStage plain = EvaluationStage.test(split, history);
    return weights(experiment)
        .map(
            weights ->
                new EvaluationStage(
                    history == ProtocolSpec.History.ALL
                        ? side.behaviours().known(plain.history(), weights)
                        : side.behaviours().fitted(plain.history(), weights),
                    plain.seen(),
                    plain.truth()))
        .orElse(plain);
  }

  /**
   * Rules over the items of these data.
   *
   * @param known what lists are made from
   * @throws InputException when a rule does not fit the data
   */
  public Reranker reranker(List<RerankRule> rules, Interactions known) {
    return rules.isEmpty()
        ? Reranker.NONE
        : new RuleCompiler(catalogue, side.item(), known).compile(rules);
  }

  /** The same without its test part, for those who may not look at it. */
  RunData withoutTest() {
    Interactions none = Interactions.empty(split.train().users(), split.train().items());
    return new RunData(
        catalogue, new SplitData(split.train(), split.valid(), none), side.withoutTest());
  }

  /**
   * Index of a user.
   *
   * @param run named in the sentence
   * @throws InputException naming the nearest known ids
   */
  public int user(String id, RunFolder run) {
    return index(id, catalogue.users(), "user", run);
  }

  /**
   * Index of an item.
   *
   * @param run named in the sentence
   * @throws InputException naming the nearest known ids
   */
  public int item(String id, RunFolder run) {
    return index(id, catalogue.items(), "item", run);
  }

  private static int index(String id, List<String> known, String what, RunFolder run) {
    int at = known.indexOf(id);
    if (at < 0) {
      throw new InputException(
          "The %s '%s' is not in the run %s; the nearest known ids are %s"
              .formatted(what, id, run.path(), String.join(", ", Nearest.of(id, known, 3))));
    }
    return at;
  }

  /** Writes the files into an existing folder. */
  void write(Path folder) {
    TsvWriter.write(
        folder.resolve("users.tsv"),
        List.of("user"),
        sink -> catalogue.users().forEach(user -> sink.row(user)));
    TsvWriter.write(
        folder.resolve("items.tsv"),
        List.of("item", "title", "category"),
        sink -> {
          for (int i = 0; i < catalogue.items().size(); i++) {
            sink.row(
                catalogue.items().get(i), catalogue.titles().get(i), catalogue.categories().get(i));
          }
        });
    List<Interactions> parts = List.of(split.train(), split.valid(), split.test());
    for (int p = 0; p < parts.size(); p++) {
      writePart(folder.resolve(PARTS.get(p) + ".tsv.gz"), parts.get(p));
    }
    side.write(folder, catalogue);
  }

  private void writePart(Path file, Interactions part) {
    boolean times = part.hasTimes() && part.size() > 0;
    TsvWriter.write(
        file,
        times ? List.of("user", "item", "value", "time") : List.of("user", "item", "value"),
        sink -> {
          String[] row = new String[times ? 4 : 3];
          for (int u = 0; u < part.users(); u++) {
            row[0] = catalogue.users().get(u);
            for (int at = part.offsets()[u]; at < part.offsets()[u + 1]; at++) {
              row[1] = catalogue.items().get(part.item()[at]);
              row[2] = Float.toString(part.value()[at]);
              if (times) {
                row[3] = Long.toString(part.time()[at]);
              }
              sink.row(row);
            }
          }
        });
  }

  static RunData read(Path folder) {
    Map<String, Integer> users = new HashMap<>();
    try (TsvReader in = TsvReader.open(folder.resolve("users.tsv"))) {
      int user = in.require("user");
      while (in.next()) {
        users.put(in.id(user), users.size());
      }
    }
    Map<String, Integer> items = new HashMap<>();
    java.util.ArrayList<String> itemIds = new java.util.ArrayList<>();
    java.util.ArrayList<String> titles = new java.util.ArrayList<>();
    java.util.ArrayList<String> categories = new java.util.ArrayList<>();
    try (TsvReader in = TsvReader.open(folder.resolve("items.tsv"))) {
      int item = in.require("item");
      int title = in.require("title");
      int category = in.require("category");
      while (in.next()) {
        itemIds.add(in.id(item));
        items.put(in.id(item), items.size());
        titles.add(in.field(title));
        categories.add(in.field(category));
      }
    }
    String[] userIds = new String[users.size()];
    users.forEach((id, index) -> userIds[index] = id);
    GivenFile reader = new GivenFile(new Dictionary(users, false), new Dictionary(items, false));
    SplitData split =
        GivenFile.matrices(
            reader.read(folder.resolve("train.tsv.gz")),
            reader.read(folder.resolve("valid.tsv.gz")),
            reader.read(folder.resolve("test.tsv.gz")),
            users.size(),
            items.size());
    return new RunData(
        new Catalogue(
            List.of(userIds), List.copyOf(itemIds), List.copyOf(titles), List.copyOf(categories)),
        split,
        SideData.read(folder, users, items));
  }
}
