package io.aisle.core.training;

import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.experiment.Experiment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The data of a search: training and validation part, and a test part without a row. The workers of
 * a search are given this folder and nothing else, so that no trial can look at the test part.
 * Prepared once.
 *
 * @param folder as {@link RunData} writes it
 */
public record TrialData(Path folder) {
  /**
   * Where the data of a search come from.
   *
   * @param load the whole data, the test part with them
   * @param facts what is known of the whole
   */
  public record Source(Function<JobControl, RunData> load, Function<RunData, DataFacts> facts) {
    /** From the experiment's data set or files. */
    public static Source of(RunPreparer preparer, Experiment experiment) {
      return new Source(
          control -> preparer.load(experiment, control), data -> preparer.facts(experiment, data));
    }

    /** From the folder of a complete run. */
    public static Source of(RunFolder run) {
      return new Source(control -> run.loadData(), data -> DataFacts.read(run.data()));
    }

    /** What seals the data and the protocol. */
    public DataSeal seal(JobControl control) {
      return facts(control).seal();
    }

    DataFacts facts(JobControl control) {
      return facts.apply(load.apply(control));
    }
  }

  /**
   * Prepares the data of a search, unless that was done before.
   *
   * @throws InputException when there is nothing to validate by, or the data are bad
   */
  public static TrialData prepare(Source source, Path folder, JobControl control) {
    if (!Files.isDirectory(folder)) {
      RunData whole = source.load().apply(control);
      if (whole.split().valid().size() == 0) {
        throw new InputException(
            "the validation part is empty, so trials cannot be told apart; choose a split that has"
                + " one");
      }
      control.check();
      DataFacts facts = source.facts().apply(whole);
      Disk.putInPlace(
          folder,
          draft -> {
            whole.withoutTest().write(draft);
            facts.write(draft);
          });
    }
    return new TrialData(folder);
  }

  /** What a worker fits and validates on. */
  RunData read() {
    RunData data = RunData.read(folder);
    if (data.split().test().size() > 0) {
      throw new OperationException(
          "%s holds a test part, which no search may look at; start the search anew"
              .formatted(folder));
    }
    return data;
  }

  DataFacts facts() {
    return DataFacts.read(folder);
  }

  /** What seals the data and the protocol. */
  public DataSeal seal() {
    return facts().seal();
  }
}
