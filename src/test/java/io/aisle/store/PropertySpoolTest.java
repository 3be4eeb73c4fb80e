package io.aisle.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.SealedTempDirs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertySpoolTest {
  private record Row(int item, int property, long millis, String value) {}

  @Test
  void rowsComeBackInTheirOrderTheItemsOfABlockTogether(@TempDir Path folder) {
    roundTrip(folder);
  }

  @Test
  void soTheyDoInAnEncryptedFolder(@TempDir(factory = SealedTempDirs.class) Path sealed) {
    roundTrip(sealed);
  }

  private static void roundTrip(Path folder) {
    List<Row> put = new ArrayList<>();
    List<Row> read = new ArrayList<>();
    try (PropertySpool spool = new PropertySpool(folder.resolve("deep").resolve("1.snapshot"))) {
      for (int i = 0; i < 9_000; i++) {
        int item = i % 3 * 5_000; // blocks of their own, with an empty one between them
        String value = i % 1_000 == 0 ? "長".repeat(40_000) : i % 7 == 0 ? "" : "v" + i;
        put.add(new Row(item, i % 11, i, value));
        spool.add(item, i % 11, i, value);
      }
      for (int block = 0; block < spool.blocks(); block++) {
        List<Row> own = new ArrayList<>();
        spool.read(
            block,
            (item, property, millis, value) -> own.add(new Row(item, property, millis, value)));
        assertThat(own)
            .isEqualTo(
                put.stream()
                    .filter(row -> own.stream().anyMatch(one -> one.item() == row.item()))
                    .toList());
        read.addAll(own);
      }
    }
    assertThat(read).hasSize(9_000);
    assertThat(folder.resolve("deep")).isEmptyDirectory();
  }
}
