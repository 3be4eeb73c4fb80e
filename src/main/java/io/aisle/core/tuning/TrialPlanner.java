package io.aisle.core.tuning;

import io.aisle.core.training.ParamsCodec;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.SearchMethod;
import io.aisle.domain.tuning.SearchSpace;
import io.aisle.domain.tuning.SearchSpec;
import io.aisle.domain.tuning.TrialSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Lays down the configurations of a search before the first of them is fitted: they depend on space
 * and seed alone, so that a search that was cut off goes on with the same ones.
 */
final class TrialPlanner {
  /** Draws for one trial before the space counts as used up. */
  private static final int DRAWS = 60;

  private final SearchSpec spec;

  TrialPlanner(SearchSpec spec) {
    this.spec = spec;
  }

  /** The trials of one model, in the order in which they are started; no two alike. */
  List<TrialSettings> plan(Search.Candidate candidate) {
    return spec.method() == SearchMethod.GRID ? grid(candidate) : random(candidate);
  }

  /**
   * Refuses a grid that the budget does not hold.
   *
   * @param source what sentences call the search
   */
  void check(Search.Candidate candidate, String source) {
    if (spec.method() != SearchMethod.GRID) {
      return;
    }
    Grid grid = new Grid(candidate, spec.trials());
    if (grid.size() > spec.trials()) {
      throw new InputException(
          "%s: the grid of %s has %d trials and search.trials allows %d; at most %d values of each parameter would fit, or take method random"
              .formatted(
                  source,
                  candidate.experiment().model().kind().id(),
                  grid.size(),
                  spec.trials(),
                  grid.fitting(spec.trials())));
    }
  }

  private List<TrialSettings> grid(Search.Candidate candidate) {
    return new Grid(candidate, spec.trials())
        .settings().stream()
            .filter(settings -> isValid(candidate.experiment(), settings))
            .distinct()
            .toList();
  }

  private List<TrialSettings> random(Search.Candidate candidate) {
    Experiment base = candidate.experiment();
    SearchSpace space = candidate.space();
    SplittableRandom random =
        new SplittableRandom(
            spec.seed() * 0x9E3779B97F4A7C15L + base.model().kind().id().hashCode());
    List<TrialSettings> plan = new ArrayList<>();
    Set<Experiment> seen = new LinkedHashSet<>();
    plan.add(TrialSettings.NONE);
    seen.add(base);
    while (plan.size() < spec.trials()) {
      TrialSettings next = null;
      for (int draw = 0; draw < DRAWS && next == null; draw++) {
        TrialSettings drawn =
            new TrialSettings(
                Draws.of(space.model(), (Record) base.model(), random),
                Draws.of(space.training(), base.training(), random));
        if (isValid(base, drawn) && seen.add(applied(base, drawn))) {
          next = drawn;
        }
      }
      if (next == null) {
        break; // a small space is used up
      }
      plan.add(next);
    }
    return plan;
  }

  private static boolean isValid(Experiment base, TrialSettings settings) {
    try {
      applied(base, settings);
      return true;
    } catch (InputException e) {
      return false; // each value is allowed by itself, but not beside the others
    }
  }

  /** The experiment of a trial. */
  static Experiment applied(Experiment base, TrialSettings settings) {
    Map<String, Object> model = ParamsCodec.toMap((Record) base.model());
    model.putAll(settings.model());
    ModelParams params = ParamsCodec.fromMap(base.model().kind(), model);
    return base.with(
        base.name(), params, ParamsCodec.read(base.training(), settings.training(), ""));
  }
}
