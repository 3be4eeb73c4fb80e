package io.aisle.core.training;

import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.evaluation.PerUserTable;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.ContextFeature;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder of one run. It holds everything that was needed and everything that came out, refers
 * to nothing outside itself, and so can be moved. The methods read the disk each time.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
  /** The name of the folder. */
  public String name() {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  /** What came out; written last, so a folder that has it is complete. */
  public Path runJson() {
    return path.resolve("run.json");
  }

  /** What was asked for; written first. */
  public Path requestJson() {
    return path.resolve("request.json");
  }

  /** Dictionaries and the three parts of the split. */
  public Path data() {
    return path.resolve("data");
  }

  /** The licence of the data set when the run was prepared; not there where it was not known. */
  static Path licenceFile(Path data) {
    return data.resolve("licence.txt");
  }

  /** The licence of the data; "" when unknown. */
  public String licence() {
    Path file = licenceFile(data());
    try {
      return Files.isRegularFile(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw Disk.failure(file, "read", e);
    }
  }

  public Path perUserFile() {
    return path.resolve("per-user.tsv");
  }

  public Path topFile() {
    return path.resolve("topk.tsv");
  }

  /** Predictions on the test part; only of models that make some. */
  public Path predictionsFile() {
    return path.resolve("predictions.tsv.gz");
  }

  /** How far its lists move when histories are perturbed; only where that was measured. */
  public Path robustnessFile() {
    return path.resolve("robustness.json");
  }

  public Path epochsFile() {
    return path.resolve("epochs.tsv");
  }

  public Path weights() {
    return path.resolve("weights.safetensors");
  }

  /** The runs that a combined one asks, each in a folder of its own; else not there. */
  public Path members() {
    return path.resolve("members");
  }

  public Path log() {
    return path.resolve("log.txt");
  }

  /** State of a training under way; gone when the run is complete. */
  public Path checkpoint() {
    return path.resolve("checkpoint");
  }

  public State state() {
    if (Files.isRegularFile(runJson())) {
      return State.COMPLETE;
    }
    return Files.isRegularFile(requestJson()) ? State.UNFINISHED : State.NONE;
  }

  /**
   * The content of {@code run.json}.
   *
   * @throws InputException when the folder is no run, an unfinished one, or one of another version
   */
  public RunRecord record() {
    return switch (state()) {
      case COMPLETE -> RunJson.read(runJson());
      case UNFINISHED ->
          throw new InputException(
              "%s holds an unfinished run; finish it with 'aisle run ... --out %s --resume'"
                  .formatted(path, path));
      case NONE ->
          throw new InputException(
              "%s is no run folder: it has no run.json; name a folder that 'aisle run' wrote"
                  .formatted(path));
    };
  }

  /**
   * The experiment of a complete run, with every default filled in.
   *
   * @throws InputException as {@link #record}
   */
  public Experiment experiment() {
    return ExperimentReader.fromMap(
            record().configuration(), path.toAbsolutePath(), runJson() + ", configuration")
        .experiment();
  }

  /**
   * What its own model reads of the moment that lists are made for, where the data have times;
   * nothing where it has no model of its own.
   */
  public List<ContextFeature> context() {
    return record().model() == null ? List.of() : SideData.context(experiment());
  }

  /** The protocol of a complete run, whatever made its lists. */
  public ProtocolSpec protocol() {
    return declared().protocol();
  }

  /** The rules that a complete run applies to its lists, whatever made them. */
  public List<RerankRule> rules() {
    return declared().rerank();
  }

  /** As {@link #experiment}, with a stand-in for the model where no model made the lists. */
  Experiment declared() {
    RunRecord record = record();
    Map<String, Object> configuration = new LinkedHashMap<>(record.configuration());
    if (record.model() == null) {
      // no model that could be read back; what is asked for does not depend on it
      configuration.put("model", Map.of("kind", ModelKind.POPULARITY.id()));
      configuration.remove("training");
    }
    return ExperimentReader.fromMap(configuration, path.toAbsolutePath(), runJson().toString())
        .experiment();
  }

  /**
   * What users are scored from at test time, and what lists are held against.
   *
   * @param data of this run
   */
  public EvaluationStage testStage(RunData data) {
    return data.test(declared());
  }

  /** Metrics of every evaluated user at test time. */
  public PerUserTable perUser() {
    return PerUserTable.read(perUserFile());
  }

  /** The values of {@link #perUser} by user, in the order of its metrics. */
  public Map<String, double[]> perUserValues() {
    PerUserTable table = perUser();
    Map<String, double[]> values = new HashMap<>();
    for (int row = 0; row < table.users().size(); row++) {
      values.put(table.users().get(row), table.values()[row]);
    }
    return values;
  }

  /** The lists of all evaluated users at test time, by user and rank. */
  public List<TopRow> top() {
    return RunTables.readTop(topFile());
  }

  /** The epochs so far; empty before the first. */
  public List<EpochLine> epochs() {
    return RunTables.readEpochs(epochsFile());
  }

  /** Dictionaries and split, as the run was fitted and judged on. */
  public RunData loadData() {
    return RunData.read(data());
  }

  /** When the run was completed, or last written to. */
  public Instant changed() {
    Path newest = state() == State.COMPLETE ? runJson() : requestJson();
    try {
      return Files.getLastModifiedTime(newest).toInstant();
    } catch (IOException e) {
      throw Disk.failure(newest, "read", e);
    }
  }

  /** What stands in a folder. */
  public enum State {
    /** No run. */
    NONE,
    /** A run that is under way or was interrupted. */
    UNFINISHED,
    COMPLETE
  }
}
