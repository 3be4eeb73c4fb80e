package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.RunDraft;
import io.aisle.domain.run.RunRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunNamesTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final RunNames names = new RunNames(new Texts(Locale.ENGLISH));

  @Test
  void aRunWithoutNamesakesKeepsItsName() {
    RunRecord ease = run("EASE", "p", 42, 0);
    assertThat(names.of(List.of(ease, run("ALS", "p", 42, 1), run("EASE", "q", 42, 2))))
        .containsExactly("EASE", "ALS", "EASE");
  }

  @Test
  void seedsAreToldApart() {
    RunRecord one = run("SASRec", "p", 42, 1);
    RunRecord other = run("SASRec", "p", 43, 0);
    assertThat(names.of(List.of(one, other)))
        .containsExactly("SASRec · seed 42", "SASRec · seed 43");
  }

  @Test
  void anOlderRunOfTheSameSeedIsNamedByItsTime() {
    RunRecord newer = run("ALS", "p", 42, 5);
    RunRecord older = run("ALS", "p", 42, 0);
    assertThat(names.of(List.of(newer, older))).containsExactly("ALS", "ALS · 2026-01-01 12:00");
  }

  private static RunRecord run(String name, String protocol, long seed, int minutes) {
    Instant finished = NOON.plusSeconds(60L * minutes);
    return new RunDraft("0", name)
        .of(ModelKind.EASE, Map.of())
        .data("shop", "data", new RunRecord.Size(9, 30, 100, 10, 10, 7, 0))
        .judged(protocol, Map.of(), Map.of())
        .seed(seed)
        .time(NOON, finished)
        .record();
  }
}
