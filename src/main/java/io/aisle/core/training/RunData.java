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
import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.rerank.Reranker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is fitted and judged on; kept by {@link RunDataFiles}.
 *
 * @param catalogue names of the dense indices
 * @param split the three parts
 * @param side what the model reads beside them
 */
public record RunData(Catalogue catalogue, SplitData split, SideData side) {

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
        features(experiment));
  }

  /** What the experiment's model reads beside the ids. */
  Features features(Experiment experiment) {
    return side.features(experiment, split.train().hasTimes());
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
    RunDataFiles.write(this, folder);
  }

  static RunData read(Path folder) {
    return RunDataFiles.read(folder);
  }
}
