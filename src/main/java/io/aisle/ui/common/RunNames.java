package io.aisle.ui.common;

import io.aisle.domain.run.RunRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells namesakes apart: runs of one protocol that carry the same name. */
final class RunNames {
  private final Texts texts;
  private final Numbers numbers;

  /** What namesakes have in common. */
  private record Name(String name, String protocol, String data) {
    static Name of(RunRecord run) {
      return new Name(run.name(), run.protocolHash(), run.dataFingerprint());
    }
  }

  RunNames(Texts texts) {
    this.texts = texts;
    this.numbers = new Numbers(texts.locale());
  }

  /**
   * The name of each run among the others: with its seed where namesakes have another, and with the
   * time when it was finished where a newer one has the same.
   *
   * @param all newest first
   */
  List<String> of(List<RunRecord> all) {
    Map<Name, List<RunRecord>> namesakes = new HashMap<>();
    all.forEach(run -> namesakes.computeIfAbsent(Name.of(run), _ -> new ArrayList<>()).add(run));
    Map<Name, Boolean> seeds = new HashMap<>();
    namesakes.forEach(
        (name, runs) ->
            seeds.put(name, runs.stream().mapToLong(RunRecord::seed).distinct().count() > 1));
    Map<Name, Map<Long, RunRecord>> newest = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (RunRecord run : all) {
      Name name = Name.of(run);
      String words =
          seeds.get(name) ? texts.of("runs.name.seed", run.name(), run.seed()) : run.name();
      RunRecord newer =
          newest.computeIfAbsent(name, _ -> new HashMap<>()).putIfAbsent(run.seed(), run);
      names.add(
          newer == null ? words : texts.of("runs.name.time", words, numbers.time(run.finished())));
    }
    return names;
  }
}
