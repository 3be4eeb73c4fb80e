package io.aisle.ui.common;

import io.aisle.core.comparison.ProtocolFacts;
import io.aisle.core.comparison.ProtocolFacts.Difference;
import io.aisle.domain.run.RunRecord;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in a few words how runs were judged, and in what two protocols differ. */
public final class ProtocolWords {
  private final Texts texts;

  public ProtocolWords(Texts texts) {
    this.texts = texts;
  }

  /** Split, candidates, seen items and history, such as "last-out · all 3,145 items · ...". */
  public String of(RunRecord run) {
    ProtocolFacts facts = ProtocolFacts.of(run);
    String candidates =
        facts.candidates().isPresent()
            ? texts.of("protocol.sampled", facts.candidates().getAsInt(), facts.items())
            : texts.of("protocol.all", facts.items());
    String seen = texts.of(facts.excludeSeen() ? "protocol.seen.out" : "protocol.seen.in");
    String words =
        texts.of("protocol.words", texts.word("protocol.split.", facts.split()), candidates, seen);
    return facts.history().equals("train") ? texts.of("protocol.train", words) : words;
  }

  /** In what two runs differ; empty when they may stand beside each other. */
  public String difference(RunRecord run, RunRecord other) {
    Set<Difference> found = ProtocolFacts.between(run, other);
    return found.stream()
        .map(each -> texts.of("protocol.differs." + each.name()))
        .collect(Collectors.joining(texts.of("protocol.and")));
  }
}
