package io.aisle.core.training;

import io.aisle.domain.run.RunRecord;
import io.aisle.ml.model.SafeTensors;
import io.aisle.ml.model.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code checkpoint/} of a run folder: {@code state.safetensors} with all that the next epoch
 * depends on, {@code best-<epoch>.safetensors} with the best parameters so far, {@code
 * forecast.json}. The state is written last and names the best epoch, so the two always fit.
 */
final class CheckpointStore {
  private static final String NOTE = "aisle.";
  private final Path folder;

  CheckpointStore(Path folder) {
    this.folder = folder;
  }

  /** Saves an epoch; when it returns, a kill cannot lose the epoch any more. */
  void save(Weights state, LoopState loop, Optional<Weights> newBest) {
    Disk.createFolders(folder);
    newBest.ifPresent(best -> SafeTensors.write(best(loop.bestEpoch()), best));
    Map<String, String> notes = new LinkedHashMap<>(state.notes());
    notes.put(NOTE + "epoch", Integer.toString(loop.epoch()));
    notes.put(NOTE + "bestEpoch", Integer.toString(loop.bestEpoch()));
    notes.put(NOTE + "bestValue", Double.toString(loop.bestValue()));
    notes.put(NOTE + "evaluateSeconds", Double.toString(loop.evaluateSeconds()));
    SafeTensors.write(state(), new Weights(state.tensors(), notes));
    if (newBest.isPresent()) {
      dropOtherBests(loop.bestEpoch());
    }
  }

  /** What was saved last. */
  Optional<Saved> load() {
    if (!Files.exists(state())) {
      return Optional.empty();
    }
    Weights state = SafeTensors.read(state());
    Map<String, String> notes = new LinkedHashMap<>(state.notes());
    LoopState loop =
        new LoopState(
            Integer.parseInt(notes.remove(NOTE + "epoch")),
            Integer.parseInt(notes.remove(NOTE + "bestEpoch")),
            Double.parseDouble(notes.remove(NOTE + "bestValue")),
            Double.parseDouble(notes.remove(NOTE + "evaluateSeconds")));
    Path best = best(loop.bestEpoch());
    return Optional.of(
        new Saved(
            new Weights(state.tensors(), notes),
            loop,
            Files.exists(best) ? Optional.of(SafeTensors.read(best)) : Optional.empty()));
  }

  void saveForecast(RunRecord.Forecast forecast) {
    Disk.createFolders(folder);
    RunJson.writeTree(forecastFile(), forecast);
  }

  Optional<RunRecord.Forecast> forecast() {
    return Files.exists(forecastFile())
        ? Optional.of(
            RunJson.mapper()
                .convertValue(RunJson.readTree(forecastFile()), RunRecord.Forecast.class))
        : Optional.empty();
  }

  void delete() {
    Disk.delete(folder);
  }

  private Path state() {
    return folder.resolve("state.safetensors");
  }

  private Path best(int epoch) {
    return folder.resolve("best-" + epoch + ".safetensors");
  }

  private Path forecastFile() {
    return folder.resolve("forecast.json");
  }

  private void dropOtherBests(int epoch) {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().startsWith("best-"))
          .filter(file -> !file.equals(best(epoch)))
          .toList()
          .forEach(Disk::delete);
    } catch (IOException e) {
      throw Disk.failure(folder, "read", e);
    }
  }

  /**
   * A checkpoint.
   *
   * @param state for the trainer
   * @param loop for the loop
   * @param best best parameters so far, where the loop keeps them
   */
  record Saved(Weights state, LoopState loop, Optional<Weights> best) {}
}
