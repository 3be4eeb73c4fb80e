package io.aisle.core.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.dataset.Samples;
import io.aisle.core.licence.ExportGate.Limit;
import io.aisle.domain.InputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExportGateTest {
  @Test
  void theUsualWordsAreKnown() {
    assertThat(ExportGate.limits("CC BY-NC-SA 4.0")).containsExactly(Limit.NON_COMMERCIAL);
    assertThat(ExportGate.limits("CC BY-ND 4.0")).containsExactly(Limit.REDISTRIBUTION);
    assertThat(ExportGate.limits("Academic research only, no redistribution"))
        .containsExactly(Limit.RESEARCH, Limit.REDISTRIBUTION);
    assertThat(ExportGate.limits("仅供研究，不得分发"))
        .containsExactly(Limit.RESEARCH, Limit.REDISTRIBUTION);
    assertThat(ExportGate.limits("Internal use only")).containsExactly(Limit.CONFIDENTIAL);
    for (String open : new String[] {"", "CC BY 4.0", "MIT", "CC0", "Open Data Commons ODbL"}) {
      assertThat(ExportGate.limits(open)).as(open).isEmpty();
    }
  }

  @Test
  void theSamplesAreRestrictedAsTheirFactsSay() {
    new Samples(Path.of(""))
        .list()
        .forEach(
            sample ->
                assertThat(
                        ExportGate.limits(sample.plan().licence()).contains(Limit.NON_COMMERCIAL))
                    .as(sample.name())
                    .isEqualTo(!sample.facts().licence().commercial()));
  }

  @Test
  void aRestrictedExportNeedsAWord() {
    assertThatThrownBy(() -> ExportGate.require("\"films\"", "non-commercial", false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--accept-licence");
    ExportGate.require("\"films\"", "non-commercial", true);
    ExportGate.require("\"shop\"", "CC BY 4.0", false);
  }
}
