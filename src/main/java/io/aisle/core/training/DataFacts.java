package io.aisle.core.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.aisle.core.evaluation.DataFingerprint;
import io.aisle.core.evaluation.LeakChecks;
import io.aisle.core.evaluation.ProtocolHash;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.model.DataShape;
import java.nio.file.Path;
import java.util.List;

/**
 * What was found out about the data when they were prepared, the content of {@code
 * data/about.json}.
 *
 * @param seconds wall time of reading, preparing and splitting
 */
public record DataFacts(
    String dataFingerprint,
    String protocolHash,
    int users,
    int items,
    int interactions,
    double seconds,
    List<RunRecord.Leak> leaks) {
  private static final String FILE = "about.json";

  static DataFacts of(Experiment experiment, RunData data, double seconds) {
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
        leaks);
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
        List.of());
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
