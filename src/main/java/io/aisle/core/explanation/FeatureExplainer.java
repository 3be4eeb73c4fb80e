package io.aisle.core.explanation;

import io.aisle.core.explanation.FeatureShares.Share;
import io.aisle.core.explanation.FeatureShares.Unit;
import io.aisle.core.training.OpenRun;
import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.experiment.FieldName;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.embedding.LogisticLoss;
import io.aisle.ml.model.FieldScorer;
import io.aisle.ml.model.Predictor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.TDistribution;

/** Says what each feature adds to a score of an open run. Confined to the worker's thread. */
final class FeatureExplainer {
  private static final double UPPER = 0.975;

  private static final String NOTE =
      "part is what a feature adds to the score on the way from an interaction of the background to"
          + " this one, averaged over interactions drawn from the run's history and over the orders"
          + " in which features are taken over (Shapley values by permutation sampling). base is"
          + " the mean score of the background; base and all parts add up to score. Features are"
          + " mixed as if they were independent, so some mixtures are of no real user or item";

  private final OpenRun run;
  private final CancelSignal cancel;

  FeatureExplainer(OpenRun run, CancelSignal cancel) {
    this.run = run;
    this.cancel = cancel;
  }

  /**
   * @param wanted external id of an item; empty: the top recommendation
   * @param samples background interactions, at least 2
   * @param seed draws them and the orders
   * @return empty for a model whose scores are not made of such features
   * @throws InputException when user or item are unknown, or nothing can be drawn
   */
  Optional<FeatureShares> explain(String userId, Optional<String> wanted, int samples, long seed) {
    if (!(run.scorer() instanceof FieldScorer scorer)) {
      return Optional.empty();
    }
    int user = run.user(userId);
    int item = new Explainer(run, cancel).item(wanted, userId);
    SplittableRandom random = new SplittableRandom(seed);
    FieldExamples examples = FieldExamples.of(run.history(), user, item, samples, random);
    List<FieldName> fields = scorer.fields();
    ShapleyShares shares =
        ShapleyShares.of(examples.mixtures(scorer), fields.size(), samples, random, cancel);
    boolean odds =
        scorer instanceof Predictor predictor && predictor.target() == Predictor.Target.PROBABILITY;
    Catalogue catalogue = run.data().catalogue();
    long time = examples.times()[0];
    return Optional.of(
        new FeatureShares(
            userId,
            catalogue.items().get(item),
            catalogue.titles().get(item),
            examples.pasts().getFirst().instant(),
            odds ? Unit.LOG_ODDS : Unit.SCORE,
            shares.score(),
            odds ? (double) LogisticLoss.sigmoid((float) shares.score()) : null,
            shares.base(),
            shares.baseError(),
            samples,
            seed,
            ordered(fields, new FieldValues(run, user, item, time), shares, samples),
            NOTE));
  }

  private static List<Share> ordered(
      List<FieldName> fields, FieldValues values, ShapleyShares shares, int samples) {
    double reach = TDistribution.of(samples - 1.0).inverseCumulativeProbability(UPPER);
    List<Share> ordered = new ArrayList<>();
    for (int f = 0; f < fields.size(); f++) {
      FieldName field = fields.get(f);
      double part = shares.parts()[f];
      double error = shares.errors()[f];
      ordered.add(
          new Share(
              field.id(),
              field.side(),
              field.attribute(),
              values.of(field),
              part,
              error,
              part - reach * error,
              part + reach * error));
    }
    ordered.sort(Comparator.comparingDouble(each -> -Math.abs(each.part())));
    return ordered;
  }
}
