package io.aisle.ui.training;

import io.aisle.domain.run.Derived;
import io.aisle.domain.run.Exposure;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a run that came from others: which they were, and what its lists expose. */
final class DerivedFacts {
  private final Texts texts;
  private final Numbers numbers;

  DerivedFacts(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  List<Fact> of(Derived derived) {
    List<Fact> facts = new ArrayList<>();
    if (!derived.parents().isEmpty()) {
      facts.add(
          new Fact(
              texts.of("run.parents"),
              derived.parents().stream()
                  .map(parent -> texts.of("run.parent", parent.name(), parent.folder()))
                  .collect(Collectors.joining("\n"))));
    }
    for (Exposure before : derived.before()) {
      facts.add(
          new Fact(
              texts.of("run.exposure", before.depth()), String.join("\n", lines(before, derived))));
    }
    return facts;
  }

  private List<String> lines(Exposure before, Derived derived) {
    Exposure after = derived.after();
    List<String> lines = new ArrayList<>();
    add(lines, "popularity", before.popularityLift(), after.popularityLift());
    add(lines, "gini", before.gini(), after.gini());
    add(lines, "coverage", before.coverage(), after.coverage());
    add(lines, "tail", before.longTail(), after.longTail());
    add(lines, "entropy", before.categoryEntropy(), after.categoryEntropy());
    return lines;
  }

  private void add(List<String> lines, String key, double before, double after) {
    if (!Double.isNaN(before) && !Double.isNaN(after)) {
      lines.add(texts.of("run.exposure." + key, numbers.metric(before), numbers.metric(after)));
    }
  }
}
