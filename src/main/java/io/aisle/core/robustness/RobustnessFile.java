package io.aisle.core.robustness;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.domain.InputException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Where a run's folder keeps its result, {@code robustness.json}.
 *
 * @param run complete
 */
record RobustnessFile(RunFolder run) {
  static RobustnessFile of(RunFolder run) {
    return new RobustnessFile(run);
  }

  /** Empty when there is none, or it is about another state of the run or cannot be read. */
  Optional<Robustness> read() {
    if (!Files.isRegularFile(run.robustnessFile())) {
      return Optional.empty();
    }
    try {
      Robustness found =
          RunJson.mapper().treeToValue(RunJson.readTree(run.robustnessFile()), Robustness.class);
      return Optional.of(found)
          .filter(each -> each.definitions() == Robustness.DEFINITIONS)
          .filter(each -> each.finished().equals(run.record().finished()));
    } catch (JsonProcessingException | InputException e) {
      return Optional.empty(); // it is made again when it is asked for
    }
  }

  void write(Robustness measured) {
    RunJson.writeTree(run.robustnessFile(), measured);
  }
}
