package io.aisle.core.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.aisle.core.evaluation.DataFingerprint;
import io.aisle.core.evaluation.LeakChecks;
import io.aisle.core.evaluation.ProtocolHash;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.model.DataShape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about the data when they were prepared, the content of {@code
 * data/about.json}.
 *
 * @param seconds wall time of reading, preparing and splitting
 * @param version the version of the workspace's data set that was read; null for files
 */
public record DataFacts(
    String dataFingerprint,
    String protocolHash,
    int users,
    int items,
    int interactions,
    double seconds,
    List<RunRecord.Leak> leaks,
    RunRecord.DataVersion version) {
  private static final String FILE = "about.json";

  static DataFacts of(
      Experiment experiment, RunData data, Optional<DatasetVersion> version, double seconds) {
    List<RunRecord.Leak> leaks =
        LeakChecks.check(experiment.split(), data.split()).stream()
            .map(leak -> new RunRecord.Leak(leak.sentence(), leak.byDesign()))
            .toList();
    return new DataFacts(
        DataFingerprint.of(data.split(), data.catalogue()),
        ProtocolHash.of(experiment.split(), data.split(), data.catalogue(), experiment.protocol()),
        data.catalogue().users().size(),
        data.catalogue().items().size(),
        interactions(data),
        seconds,
        leaks,
        version
            .map(v -> new RunRecord.DataVersion(v.dataset(), v.version(), v.fingerprint()))
            .orElse(null));
  }

  /** What two runs must share. */
  DataSeal seal() {
    return new DataSeal(protocolHash, dataFingerprint);
  }

  /** Sizes alone, of data that were not sealed. */
  static DataFacts sizes(RunData data) {
    return new DataFacts(
        "",
        "",
        data.catalogue().users().size(),
        data.catalogue().items().size(),
        interactions(data),
        0,
        List.of(),
        null);
  }

  /** Of all parts, with the events of other kinds. */
  private static int interactions(RunData data) {
    SplitData split = data.split();
    return split.train().size()
        + split.valid().size()
        + split.test().size()
        + data.side().behaviours().size();
  }

  DataShape shape() {
    return new DataShape(users, items, interactions);
  }

  void write(Path folder) {
    RunJson.writeTree(folder.resolve(FILE), this);
  }

  static DataFacts read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return RunJson.mapper().treeToValue(RunJson.readTree(file), DataFacts.class);
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s is damaged; run the experiment again with --force".formatted(file), e);
    }
  }
}
