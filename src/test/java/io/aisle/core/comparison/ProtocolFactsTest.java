package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.comparison.ProtocolFacts.Difference;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.RunDraft;
import io.aisle.domain.run.RunRecord;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtocolFactsTest {
  private static final Map<String, Object> LAST_OUT = Map.of("kind", "leave-last-out");
  private static final Map<String, Object> USUAL =
      Map.of("candidates", "all", "excludeSeen", true, "history", "all");

  @Test
  void whatIsTheSameDoesNotDiffer() {
    assertThat(
            ProtocolFacts.between(run("p", "d", LAST_OUT, USUAL), run("p", "d", Map.of(), USUAL)))
        .as("the hash decides")
        .isEmpty();
  }

  @Test
  void eachDifferenceIsNamed() {
    RunRecord one = run("p", "d", LAST_OUT, USUAL);
    assertThat(
            ProtocolFacts.between(one, run("q", "d", Map.of("kind", "random", "seed", 1), USUAL)))
        .containsExactly(Difference.SPLIT);
    assertThat(
            ProtocolFacts.between(
                one,
                run(
                    "q",
                    "d",
                    LAST_OUT,
                    Map.of("candidates", 100, "excludeSeen", false, "history", "train"))))
        .containsExactly(Difference.CANDIDATES, Difference.EXCLUDE_SEEN, Difference.HISTORY);
    assertThat(ProtocolFacts.between(one, run("q", "e", LAST_OUT, USUAL)))
        .containsExactly(Difference.DATA);
    assertThat(ProtocolFacts.between(one, run("q", "d", LAST_OUT, USUAL)))
        .as("hashes differ and nothing says why")
        .containsExactly(Difference.CONTENT);
  }

  @Test
  void theFactsAreThoseOfTheRun() {
    ProtocolFacts facts =
        ProtocolFacts.of(
            run(
                "p",
                "d",
                LAST_OUT,
                Map.of("candidates", 100, "excludeSeen", false, "history", "train")));
    assertThat(facts.split()).isEqualTo("leave-last-out");
    assertThat(facts.candidates()).hasValue(100);
    assertThat(facts.excludeSeen()).isFalse();
    assertThat(facts.history()).isEqualTo("train");
    assertThat(facts.items()).isEqualTo(30);
    assertThat(facts.users()).isEqualTo(7);
  }

  private static RunRecord run(
      String protocol, String data, Map<String, Object> split, Map<String, Object> judged) {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    return new RunDraft("0", "name")
        .of(ModelKind.EASE, Map.of("split", split, "protocol", judged))
        .data("shop", data, new RunRecord.Size(9, 30, 100, 10, 10, 7, 0))
        .judged(protocol, Map.of(), Map.of())
        .time(noon, noon)
        .record();
  }
}
