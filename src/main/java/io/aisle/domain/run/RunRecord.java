package io.aisle.domain.run;

import io.aisle.domain.model.ModelKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finished run, the content of {@code run.json}. Made by a {@link RunDraft}.
 *
 * @param format version of the run folder's layout
 * @param aisle version of the program
 * @param model null when the lists came from another system or from several runs, see {@link
 *     #modelId}
 * @param configuration the whole experiment with every default filled in, in the shape of an
 *     experiment file
 * @param dataset name of the data set, for people
 * @param dataFingerprint SHA-256 over the prepared interactions, hex
 * @param protocolHash SHA-256 over split, catalogue, candidates, seen-policy, history and metric
 *     definitions, hex; runs with different hashes are never compared
 * @param epochs passes that were run
 * @param bestEpoch pass whose parameters were kept, from 1
 * @param peakMemoryMb resident memory of worker and parent at its highest, MiB
 * @param device id of the device truly used
 * @param versions of Java, DJL, PyTorch, the system
 * @param leaks what the leak checks found; empty when clean
 * @param warnings sentences for whoever reads the run
 * @param tuned the search that chose the parameters; null when they were not searched for
 * @param derived how it came from others or was re-ranked; null for what a model made alone
 * @param dataVersion the version of the workspace's data set that was read; null for files, and for
 *     runs of earlier versions of the program
 */
public record RunRecord(
    int format,
    String aisle,
    String name,
    ModelKind model,
    Map<String, Object> configuration,
    String dataset,
    String dataFingerprint,
    String protocolHash,
    Size size,
    Metrics metrics,
    Seconds seconds,
    int epochs,
    int bestEpoch,
    long peakMemoryMb,
    Forecast forecast,
    String device,
    Map<String, String> versions,
    long seed,
    Instant started,
    Instant finished,
    List<Leak> leaks,
    List<String> warnings,
    Tuned tuned,
    Derived derived,
    DataVersion dataVersion) {
  /** The layout that this program writes and reads. */
  public static final int FORMAT = 1;

  /** What stands in place of a model's id when the lists came from another system. */
  public static final String IMPORTED = "imported";

  /** What stands in place of a model's id when several runs were combined. */
  public static final String FUSED = "fused";

  /** How the warning begins of a run whose model had learned from a user who was erased since. */
  public static final String ERASED = "A user was erased on ";

  /** That a user was erased from whom the model had learned, as a sentence. */
  public Optional<String> erasure() {
    return warnings.stream().filter(each -> each.startsWith(ERASED)).findFirst();
  }

  /** The same with parts changed. */
  public RunDraft but() {
    return new RunDraft(this);
  }

  /** The id of the model, or {@link #IMPORTED} or {@link #FUSED}. */
  public String modelId() {
    if (model != null) {
      return model.id();
    }
    boolean fused =
        configuration.get("model") instanceof Map<?, ?> section
            && FUSED.equals(section.get("kind"));
    return fused ? FUSED : IMPORTED;
  }

  /** Whether there is something that can be asked for lists: a model, or several. */
  public boolean answers() {
    return !modelId().equals(IMPORTED);
  }

  /** Whether rules changed the lists. */
  public boolean reranked() {
    return configuration.containsKey("rerank");
  }

  /** Whether it was fitted on everything for delivery, and so has no test figures. */
  public boolean fittedOnEverything() {
    return configuration.get("split") instanceof Map<?, ?> split
        && "none".equals(split.get("kind"));
  }

  /**
   * Sizes of the data.
   *
   * @param evaluated users with at least one test item
   * @param cold evaluated users without a history
   */
  public record Size(
      int users, int items, int train, int valid, int test, int evaluated, int cold) {
    /** The same data, other lists. */
    public Size judging(int nowEvaluated, int nowCold) {
      return new Size(users, items, train, valid, test, nowEvaluated, nowCold);
    }
  }

  /**
   * A version of a data set.
   *
   * @param fingerprint SHA-256 over its events as they were imported or made, hex
   */
  public record DataVersion(String dataset, int version, String fingerprint) {}

  /** Means over users by metric id, such as "ndcg@10". */
  public record Metrics(Map<String, Double> valid, Map<String, Double> test) {}

  /**
   * What a leak check found.
   *
   * @param sentence for people, with the count in it
   * @param byDesign whether the kind of split brings it with it: said, but no cause for alarm
   */
  public record Leak(String sentence, boolean byDesign) {}

  /** Wall time of the phases. */
  public record Seconds(double load, double train, double evaluate) {}

  /**
   * What was expected before training, all of it for the machine as it was then.
   *
   * @param trainSeconds of all epochs that there may be: with patience at most so long
   * @param peakMemoryMb as the actual one
   * @param epochSeconds of one pass over the training part
   * @param validateSeconds of the validation after a pass; 0 when there is none
   * @param judgeSeconds of the evaluation at the end
   * @param error how far it was off; null until the run is complete, and for runs of earlier
   *     versions
   */
  public record Forecast(
      double trainSeconds,
      long peakMemoryMb,
      double epochSeconds,
      double validateSeconds,
      double judgeSeconds,
      ForecastError error) {
    /** Without its parts. */
    public Forecast(double trainSeconds, long peakMemoryMb) {
      this(trainSeconds, peakMemoryMb, Double.NaN, Double.NaN, Double.NaN, null);
    }

    /** Training and evaluation of so many epochs. */
    public double totalSeconds(int epochs) {
      return epochs * (epochSeconds + validateSeconds) + judgeSeconds;
    }

    /** Beside what it came to: the time of the epochs that were run, with their evaluation. */
    public Forecast against(int epochs, double seconds, long memoryMb) {
      return new Forecast(
          trainSeconds,
          peakMemoryMb,
          epochSeconds,
          validateSeconds,
          judgeSeconds,
          new ForecastError(
              totalSeconds(epochs) / seconds - 1, (double) peakMemoryMb / memoryMb - 1));
    }
  }

  /**
   * Forecast by actual, less 1: 0.1 says that a tenth too much was expected.
   *
   * @param time of training and evaluation together
   * @param memory of worker and parent
   */
  public record ForecastError(double time, double memory) {}

  /**
   * The search that chose a run's parameters on the validation part.
   *
   * @param method {@code random}, {@code grid} or {@code asha}
   * @param trials of this model that came to a value
   * @param trial number of the best one
   * @param seed of the search
   * @param budgetSeconds what each model was allowed; 0: no limit
   * @param metric what trials were ranked by
   * @param value of the best trial on the validation part
   * @param seconds wall time of all trials of this model
   * @param space the ranges, in the shape of an experiment file
   */
  public record Tuned(
      String method,
      int trials,
      int trial,
      long seed,
      double budgetSeconds,
      String metric,
      double value,
      double seconds,
      Map<String, Object> space) {}
}
