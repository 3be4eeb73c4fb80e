package io.aisle.core.training;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ModelKind;
import java.util.HashSet;
import java.util.Set;

/** Which keys of the training section a model has a use for. */
public final class TrainingKeys {
  /** What every model that descends on libtorch obeys. */
  private static final Set<String> DESCENT =
      Set.of(
          "batchSize",
          "learningRate",
          "weightDecay",
          "device",
          "schedule",
          "warmup",
          "clipNorm",
          "accumulate");

  private TrainingKeys() {}

  /** Names of components of {@link TrainingSpec} that change what the model does. */
  public static Set<String> usedBy(ModelKind kind, TrainingSpec training) {
    Set<String> keys = new HashSet<>(usedBy(kind));
    if (training.device().matches("auto|cpu")) {
      // every model computes there, so the wish is met
      keys.add("device");
    }
    return keys;
  }

  /** As the other; a device only where the model can choose one. */
  public static Set<String> usedBy(ModelKind kind) {
    Set<String> keys = new HashSet<>(Set.of("seed", "threads"));
    if (kind.iterative()) {
      keys.addAll(Set.of("epochs", "monitor", "patience"));
    }
    switch (kind) {
      case BPR -> keys.addAll(Set.of("learningRate", "sampling"));
      case LIGHTGCN, GAT ->
          keys.addAll(Set.of("batchSize", "learningRate", "sampling", "schedule", "warmup"));
      case LOGISTIC_REGRESSION, FM -> {
        keys.addAll(DESCENT);
        keys.remove("device");
        keys.add("sampling");
      }
      case DEEPFM, MLP, DIN, NEUMF, GRU4REC, CASER, CROSS_ATTENTION, BERT4REC, SASREC -> {
        keys.addAll(DESCENT);
        keys.add("sampling");
      }
      case TWO_TOWER -> keys.addAll(DESCENT);
      default -> {
        // computed at once, or by a solver without a learning rate
      }
    }
    return keys;
  }
}
