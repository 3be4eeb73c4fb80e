package io.aisle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.OperationException;
import io.aisle.domain.data.RepairReport;
import io.aisle.domain.data.RepairReport.Outcome;
import io.aisle.domain.data.VersionFinding.Fate;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.ProgressListener;
import io.aisle.store.sealed.DataKey;
import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DamagedStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage that the first look meets, and that must be told as damage. */
@Beside
class StoreGuardTest {
  /** A text whose length follows, as H2 writes it. */
  private static final byte VARCHAR = 13;

  @TempDir static Path sound;

  @TempDir Path folder;
  private Path file;

  @BeforeAll
  static void write() {
    DamagedStore.write(sound);
  }

  @BeforeEach
  void copy() throws IOException {
    file = DamagedStore.copy(sound, folder);
  }

  private static StoreRepair repairing(Path store) {
    return new StoreRepair(
        store, InstantSource.system(), CancelSignal.NEVER, ProgressListener.NONE);
  }

  private static void refused(Path store) {
    assertThatExceptionOfType(OperationException.class)
        .isThrownBy(() -> Database.open(store))
        .withMessageContaining("it is damaged; run 'aisle repair'")
        .withCauseInstanceOf(OpeningFault.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, 2048, 4095, 4096})
  void anEncryptedFileWithoutMoreThanTheSaltOfItsKeyIsDamaged(long size) throws IOException {
    DataKey key = DataKey.random();
    try (SealedFileSystem files = Sealed.mount(folder, () -> key)) {
      Path sealed = files.folder().resolve("store");
      StoreEncryption.bring(sealed, true);
      DamagedStore.truncate(file, size);
      byte[] before = Files.readAllBytes(file);
      refused(sealed);
      assertThat(repairing(sealed).repair().outcome()).isEqualTo(Outcome.HOPELESS);
      assertThat(file).hasBinaryContent(before);
    }
  }

  /** The length of a name becomes one that no memory has room for. */
  @Test
  void aLengthThatIsGarbageIsDamage() throws IOException {
    String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    int at = all.indexOf("user-77-of-1");
    assertThat(at).isPositive();
    byte[] bytes = Files.readAllBytes(file);
    byte[] length = {VARCHAR, -1, -1, -1, -1, 7};
    for (; at >= 0; at = all.indexOf("user-77-of-1", at + 1)) {
      System.arraycopy(length, 0, bytes, at - 1, length.length);
    }
    Files.write(file, bytes);
    RepairReport report = repairing(file.getParent()).repair();
    assertThat(report.outcome()).isEqualTo(Outcome.REPAIRED);
    assertThat(report.count(Fate.WHOLE)).isEqualTo(2);
    assertThat(report.count(Fate.LOST)).isEqualTo(1);
  }

  /** What the map of chunks says of one is no line any more. */
  @Test
  void aMapOfChunksThatCannotBeReadIsDamage() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Matcher lines =
        Pattern.compile("chunk:[0-9a-f]+,block:[0-9a-f]+(,[a-zA-Z]+:[0-9a-f]+)+")
            .matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    int spoilt = 0;
    while (lines.find()) {
      bytes[lines.start() + lines.group().lastIndexOf(':')] = ';';
      spoilt++;
    }
    assertThat(spoilt).isPositive();
    Files.write(file, bytes);
    refused(file.getParent());
    assertThat(repairing(file.getParent()).repair().outcome()).isEqualTo(Outcome.REPAIRED);
  }
}
