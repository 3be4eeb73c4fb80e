package io.aisle.core.dataset.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of RFC 4231, section 4. */
@Beside
class PseudonymsTest {
  @TempDir Path folder;

  private static byte[] repeated(int value, int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static String hash(byte[] key, String message) {
    return hash(key, message.getBytes(StandardCharsets.US_ASCII));
  }

  private static String hash(byte[] key, byte[] message) {
    return HexFormat.of().formatHex(Pseudonyms.hash(key, message));
  }

  @Test
  void theHashIsThatOfTheStandard() {
    assertThat(hash(repeated(0x0b, 20), "Hi There"))
        .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assertThat(hash("Jefe".getBytes(StandardCharsets.US_ASCII), "what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assertThat(hash(repeated(0xaa, 20), repeated(0xdd, 50)))
        .isEqualTo("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    assertThat(hash(repeated(0xaa, 131), "Test Using Larger Than Block-Size Key - Hash Key First"))
        .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  }

  @Test
  void aPseudonymIsItsFirst128Bits() {
    Pseudonyms pseudonyms = new Pseudonyms(repeated(0x0b, 20));
    assertThat(pseudonyms.of("Hi There")).isEqualTo("b0344c61d8db38535ca8afceaf0bf12b");
    assertThat(pseudonyms.of("")).isEmpty();
    assertThat(new Pseudonyms(repeated(0x0c, 20)).of("Hi There"))
        .isNotEqualTo(pseudonyms.of("Hi There"));
    assertThat(pseudonyms.check()).hasSize(16).isEqualTo(pseudonyms.check());
  }

  @Test
  void aKeyIsMadeOnceForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("keys").resolve("own.key");
    byte[] made = KeyFile.readOrMake(file);
    assertThat(made).hasSize(64);
    assertThat(KeyFile.readOrMake(file)).isEqualTo(made);
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void anAnalystsKeyIsTheFileWithoutItsLastLineBreak() throws IOException {
    Path file = Files.writeString(folder.resolve("a.key"), "a long enough secret\n");
    assertThat(new String(KeyFile.read(file), StandardCharsets.US_ASCII))
        .isEqualTo("a long enough secret");
    Path shorter = Files.writeString(folder.resolve("b.key"), "short\n");
    assertThatThrownBy(() -> KeyFile.read(shorter))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("16 bytes")
        .hasMessageNotContaining("short\n");
    assertThatThrownBy(() -> KeyFile.read(folder.resolve("none")))
        .isInstanceOf(InputException.class);
  }
}
