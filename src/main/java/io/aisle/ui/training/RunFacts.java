package io.aisle.ui.training;

import io.aisle.domain.run.RunRecord;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a finished run used and what it was made of, in words. */
record RunFacts(Texts texts, Numbers numbers) {
  private static final int DIGITS = 12;

  List<Fact> of(RunRecord record) {
    List<Fact> facts = new ArrayList<>();
    if (record.model() != null) {
      RunRecord.Seconds seconds = record.seconds();
      add(
          facts,
          "run.seconds",
          texts.of(
              "run.seconds.value",
              numbers.seconds(seconds.load()),
              numbers.seconds(seconds.train()),
              numbers.seconds(seconds.evaluate())));
      add(
          facts,
          "run.epochs",
          record.model().iterative()
              ? texts.of("run.epochs.value", record.epochs(), record.bestEpoch())
              : texts.of("run.epochs.none"));
      add(facts, "run.memory", numbers.megabytes(record.peakMemoryMb()));
      add(facts, "run.forecast", forecast(record.forecast()));
      add(facts, "run.device", texts.of("run.device.value", record.device(), threads(record)));
      add(facts, "run.seed", Long.toString(record.seed()));
    }
    RunRecord.Size size = record.size();
    add(
        facts,
        "run.data",
        texts.of("run.data.value", record.dataset(), size.users(), size.items()));
    add(
        facts,
        "run.parts",
        record.fittedOnEverything()
            ? texts.of("run.parts.everything", size.train())
            : texts.of("run.parts.value", size.train(), size.valid(), size.test()));
    if (size.evaluated() > 0) {
      add(facts, "run.evaluated", texts.of("run.evaluated.value", size.evaluated(), size.cold()));
    }
    if (record.derived() != null) {
      facts.addAll(new DerivedFacts(texts, numbers).of(record.derived()));
    }
    add(facts, "run.protocol", digits(record.protocolHash()));
    add(facts, "run.fingerprint", digits(record.dataFingerprint()));
    add(facts, "run.finished", numbers.time(record.finished()));
    add(facts, "run.versions", versions(record));
    return facts;
  }

  /** What was expected, and by how much that was off. */
  private String forecast(RunRecord.Forecast forecast) {
    String expected =
        texts.of(
            "run.forecast.value",
            numbers.seconds(forecast.trainSeconds()),
            numbers.megabytes(forecast.peakMemoryMb()));
    RunRecord.ForecastError error = forecast.error();
    return error == null
        ? expected
        : texts.of(
            "run.forecast.error",
            expected,
            numbers.signedPercent(error.time()),
            numbers.signedPercent(error.memory()));
  }

  private void add(List<Fact> facts, String key, String value) {
    facts.add(new Fact(texts.of(key), value));
  }

  private static String digits(String hash) {
    return hash.substring(0, Math.min(DIGITS, hash.length()));
  }

  private String threads(RunRecord record) {
    boolean all =
        !(record.configuration().get("training") instanceof Map<?, ?> training)
            || "0".equals(String.valueOf(training.get("threads")));
    if (all) {
      return texts.of("run.threads.all");
    }
    Map<?, ?> training = (Map<?, ?>) record.configuration().get("training");
    return texts.of("run.threads", String.valueOf(training.get("threads")));
  }

  private static String versions(RunRecord record) {
    StringBuilder words = new StringBuilder("Aisle ").append(record.aisle());
    record.versions().forEach((name, version) -> words.append(" · ").append(name + " " + version));
    return words.toString();
  }
}
