package io.aisle.domain.run;

import io.aisle.domain.model.ModelKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A {@link RunRecord} in the making: what is not said is nothing, or what the run had that it was
 * begun from. Each call returns the draft itself.
 */
public final class RunDraft {
  private String aisle;
  private String name;
  private ModelKind model;
  private Map<String, Object> configuration = Map.of();
  private String dataset;
  private String dataFingerprint;
  private RunRecord.DataVersion dataVersion;
  private String protocolHash;
  private RunRecord.Size size;
  private RunRecord.Metrics metrics = new RunRecord.Metrics(Map.of(), Map.of());
  private RunRecord.Seconds seconds = new RunRecord.Seconds(Double.NaN, Double.NaN, Double.NaN);
  private int epochs;
  private int bestEpoch;
  private long peakMemoryMb;
  private RunRecord.Forecast forecast = new RunRecord.Forecast(Double.NaN, 0);
  private String device = "unknown";
  private Map<String, String> versions = Map.of();
  private long seed;
  private Instant started;
  private Instant finished;
  private List<RunRecord.Leak> leaks = List.of();
  private List<String> warnings = List.of();
  private RunRecord.Tuned tuned;
  private Derived derived;

  /**
   * Nothing but a name.
   *
   * @param aisle version of the program
   */
  public RunDraft(String aisle, String name) {
    this.aisle = aisle;
    this.name = name;
  }

  RunDraft(RunRecord run) {
    aisle = run.aisle();
    name = run.name();
    model = run.model();
    configuration = run.configuration();
    dataset = run.dataset();
    dataFingerprint = run.dataFingerprint();
    protocolHash = run.protocolHash();
    size = run.size();
    metrics = run.metrics();
    seconds = run.seconds();
    epochs = run.epochs();
    bestEpoch = run.bestEpoch();
    peakMemoryMb = run.peakMemoryMb();
    forecast = run.forecast();
    device = run.device();
    versions = run.versions();
    seed = run.seed();
    started = run.started();
    finished = run.finished();
    leaks = run.leaks();
    warnings = run.warnings();
    tuned = run.tuned();
    derived = run.derived();
    dataVersion = run.dataVersion();
  }

  /** As {@link #RunDraft(String, String)}. */
  public RunDraft called(String byVersion, String newName) {
    aisle = byVersion;
    name = newName;
    return this;
  }

  /**
   * What made the lists.
   *
   * @param kind null when no model of this program did
   */
  public RunDraft of(ModelKind kind, Map<String, Object> experiment) {
    model = kind;
    configuration = experiment;
    return this;
  }

  public RunDraft data(String title, String fingerprint, RunRecord.Size sizes) {
    dataset = title;
    dataFingerprint = fingerprint;
    size = sizes;
    return this;
  }

  /** Which version of a data set was read; null for files. */
  public RunDraft dataVersion(RunRecord.DataVersion read) {
    dataVersion = read;
    return this;
  }

  public RunDraft size(RunRecord.Size sizes) {
    size = sizes;
    return this;
  }

  /** Means by metric id under a protocol of a hash. */
  public RunDraft judged(String protocol, Map<String, Double> valid, Map<String, Double> test) {
    protocolHash = protocol;
    metrics = new RunRecord.Metrics(valid, test);
    return this;
  }

  public RunDraft epochs(int run, int best) {
    epochs = run;
    bestEpoch = best;
    return this;
  }

  /** What it took, and what it was expected to take. */
  public RunDraft cost(RunRecord.Seconds time, long memoryMb, RunRecord.Forecast expected) {
    seconds = time;
    peakMemoryMb = memoryMb;
    forecast = expected;
    return this;
  }

  public RunDraft machine(String deviceId, Map<String, String> versionsOfParts) {
    device = deviceId;
    versions = versionsOfParts;
    return this;
  }

  public RunDraft seed(long number) {
    seed = number;
    return this;
  }

  public RunDraft time(Instant from, Instant to) {
    started = from;
    finished = to;
    return this;
  }

  public RunDraft leaks(List<RunRecord.Leak> found) {
    leaks = found;
    return this;
  }

  public RunDraft warnings(List<String> sentences) {
    warnings = sentences;
    return this;
  }

  /** The search behind the parameters; null when there was none. */
  public RunDraft tuned(RunRecord.Tuned search) {
    tuned = search;
    return this;
  }

  /** How it came from others; null for what a model made alone. */
  public RunDraft derived(Derived from) {
    derived = from;
    return this;
  }

  public RunRecord record() {
    return new RunRecord(
        RunRecord.FORMAT,
        aisle,
        name,
        model,
        configuration,
        dataset,
        dataFingerprint,
        protocolHash,
        size,
        metrics,
        seconds,
        epochs,
        bestEpoch,
        peakMemoryMb,
        forecast,
        device,
        versions,
        seed,
        started,
        finished,
        leaks,
        warnings,
        tuned,
        derived,
        dataVersion);
  }
}
