package io.aisle.core.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.run.RunRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was asked for, the content of {@code request.json}: the first file of a run folder, gone
 * when the run is complete.
 *
 * @param format version of the folder's layout
 * @param configuration the experiment with every default filled in
 * @param dataset name of the data, for people
 * @param warnings sentences that end up in run.json
 * @param tuned the search that chose the parameters; null when nobody searched
 */
record RunRequest(
    int format,
    Map<String, Object> configuration,
    String dataset,
    Instant started,
    List<String> warnings,
    RunRecord.Tuned tuned) {
  static RunRequest of(ReadExperiment read, String dataset) {
    return new RunRequest(
        RunRecord.FORMAT,
        ExperimentWriter.toMap(read.experiment()),
        dataset,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        List.copyOf(read.warnings()),
        read.tuned().orElse(null));
  }

  /** What a complete run was asked for. */
  static RunRequest of(RunRecord run) {
    return new RunRequest(
        run.format(),
        run.configuration(),
        run.dataset(),
        run.started(),
        run.warnings(),
        run.tuned());
  }

  static RunRequest read(RunFolder folder) {
    Path file = folder.requestJson();
    try {
      RunRequest request = RunJson.mapper().treeToValue(RunJson.readTree(file), RunRequest.class);
      if (request.format() != RunRecord.FORMAT) {
        throw new InputException(
            "%s is of format %d and this program reads format %d; run its experiment again"
                .formatted(file, request.format(), RunRecord.FORMAT));
      }
      return request;
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s is damaged; run its experiment again with --force".formatted(file), e);
    }
  }

  void write(RunFolder folder) {
    RunJson.writeTree(folder.requestJson(), this);
  }

  /** What is asked for again when the run is resumed. */
  ReadExperiment again(RunFolder folder) {
    return new ReadExperiment(experiment(folder), warnings, Optional.ofNullable(tuned));
  }

  Experiment experiment(RunFolder folder) {
    return ExperimentReader.fromMap(
            configuration, folder.path().toAbsolutePath(), folder.requestJson().toString())
        .experiment();
  }

  /** Refuses to go on with a run under another experiment. */
  void requireSame(RunRequest other, RunFolder folder) {
    JsonNode ours = RunJson.normal(configuration);
    JsonNode theirs = RunJson.normal(other.configuration);
    Set<String> sections = new TreeSet<>();
    ours.fieldNames().forEachRemaining(sections::add);
    theirs.fieldNames().forEachRemaining(sections::add);
    for (String section : sections) {
      if (!ours.path(section).equals(theirs.path(section))) {
        throw new InputException(
            "%s was started with another '%s'; resume it with the experiment it was started with,"
                    .formatted(folder.path(), section)
                + " or start anew with --force");
      }
    }
  }
}
