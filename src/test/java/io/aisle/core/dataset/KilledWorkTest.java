package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.large.KillTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One kill of each kind of work; {@code src/build/kill-test} does a hundred. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledWorkTest {
  @TempDir Path folder;

  @Test
  void whatWasCompleteStaysWhatItWas() throws IOException, InterruptedException {
    KillTest test = new KillTest(folder, 11, 20_000);
    for (int i = 0; i < 5; i++) {
      test.round();
    }
    assertThat(test.seen())
        .containsEntry("kills during import", 1)
        .containsEntry("kills during backup", 1);
    assertThat(test.seen().get("versions that were read and compared")).isGreaterThanOrEqualTo(10);
  }
}
