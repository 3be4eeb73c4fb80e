package io.aisle.core.tuning;

import io.aisle.core.training.DataSeal;
import io.aisle.core.training.ReadExperiment;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingJob;
import io.aisle.domain.tuning.Search;
import java.util.List;
import java.util.stream.Collectors;

/** Where tuned baselines may lie, and where new ones go. */
public interface BaselinePlace {
  /** What its jobs are called. */
  String title();

  /** Runs that may be reused; unfinished ones and those of other data may be among them. */
  List<RunFolder> runs(DataSeal seal);

  /** The folder of the search for some models; the same again for the same ones. */
  SearchFolder search(DataSeal seal, List<Search.Candidate> candidates);

  /** Trains the best of a search. */
  TrainingJob train(ReadExperiment best, DataSeal seal);

  /** A short name for a protocol and some models. */
  static String key(DataSeal seal, List<Search.Candidate> candidates) {
    return key(seal)
        + candidates.stream()
            .map(each -> "-" + each.experiment().model().kind().id())
            .collect(Collectors.joining());
  }

  /** A short name for a protocol. */
  static String key(DataSeal seal) {
    return shortened(seal.protocolHash()) + "-" + shortened(seal.dataFingerprint());
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }
}
