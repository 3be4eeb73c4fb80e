package io.aisle.store.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An encrypted file is to its user what a plain one is, and every change from outside is seen. */
class SealedChannelTest {
  private static final int STEPS = 400;
  private static final int LARGEST = 5 * SealedBlocks.PLAIN;

  @TempDir private Path folder;
  private SealedFileSystem files;
  private Path sealed;
  private Path plain;

  @BeforeEach
  void mount() throws IOException {
    Path root = Files.createDirectory(folder.resolve("workspace"));
    DataKey key = DataKey.random();
    files = Sealed.mount(root, () -> key);
    sealed = files.folder().resolve("file");
    plain = folder.resolve("file");
  }

  @AfterEach
  void unmount() {
    files.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void randomOperationsGiveWhatTheyGiveOnAPlainFile(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    FileChannel real = open(plain);
    FileChannel ours = open(sealed);
    for (int step = 0; step < STEPS; step++) {
      long at = random.nextInt(LARGEST);
      switch (random.nextInt(9)) {
        case 0 -> {
          real.truncate(at);
          ours.truncate(at);
        }
        case 1 -> {
          real.position(at);
          ours.position(at);
        }
        case 2, 3 -> {
          byte[] bytes = bytes(random);
          assertThat(ours.write(ByteBuffer.wrap(bytes)))
              .isEqualTo(real.write(ByteBuffer.wrap(bytes)));
        }
        case 4, 5 -> {
          byte[] bytes = bytes(random);
          assertThat(ours.write(ByteBuffer.wrap(bytes), at))
              .isEqualTo(real.write(ByteBuffer.wrap(bytes), at));
        }
        case 6 -> {
          ByteBuffer expected = ByteBuffer.allocate(random.nextInt(9000));
          ByteBuffer got = ByteBuffer.allocateDirect(expected.capacity());
          assertThat(ours.read(got, at)).isEqualTo(real.read(expected, at));
          assertThat(got.flip()).isEqualTo(expected.flip());
        }
        case 7 -> {
          ByteBuffer[] expected = {ByteBuffer.allocate(100), ByteBuffer.allocate(5000)};
          ByteBuffer[] got = {ByteBuffer.allocate(100), ByteBuffer.allocate(5000)};
          assertThat(ours.read(got)).isEqualTo(real.read(expected));
          assertThat(got).isEqualTo(expected);
        }
        default -> {
          real.close();
          ours.close();
          byte[] bytes = bytes(random);
          Files.write(plain, bytes, StandardOpenOption.APPEND);
          Files.write(sealed, bytes, StandardOpenOption.APPEND);
          real = open(plain);
          ours = open(sealed);
        }
      }
      assertThat(ours.position()).isEqualTo(real.position());
      assertThat(ours.size()).isEqualTo(real.size());
    }
    real.close();
    ours.close();
    assertThat(Files.readAllBytes(sealed)).isEqualTo(Files.readAllBytes(plain));
    assertThat(Files.size(sealed)).isEqualTo(Files.size(plain));
    assertThat(mapped(sealed)).isEqualTo(Files.readAllBytes(plain));
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static byte[] bytes(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(3) * random.nextInt(LARGEST / 2) + random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] mapped(Path file) throws IOException {
    try (Arena arena = Arena.ofConfined();
        FileChannel channel = FileChannel.open(file)) {
      MemorySegment map = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return map.toArray(ValueLayout.JAVA_BYTE);
    }
  }

  @Test
  void transfersAsAPlainFileDoes() throws IOException {
    byte[] bytes = new byte[3 * LARGEST];
    new SplittableRandom(7).nextBytes(bytes);
    Files.write(plain, bytes);
    try (FileChannel from = FileChannel.open(plain);
        FileChannel to = open(sealed)) {
      assertThat(to.transferFrom(from, 0, Long.MAX_VALUE)).isEqualTo(bytes.length);
      Path back = folder.resolve("back");
      try (FileChannel out =
          FileChannel.open(back, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        assertThat(to.transferTo(100, 20_000, out)).isEqualTo(20_000);
      }
      assertThat(Files.readAllBytes(back)).isEqualTo(Arrays.copyOfRange(bytes, 100, 20_100));
    }
    assertThat(Files.readAllBytes(sealed)).isEqualTo(bytes);
  }

  @Test
  void aReaderSeesWhatAWriterAppendsMeanwhile() throws IOException {
    Files.writeString(sealed, "one ");
    try (FileChannel reader = FileChannel.open(sealed)) {
      assertThat(reader.size()).isEqualTo(4);
      Files.writeString(sealed, "two", StandardOpenOption.APPEND);
      ByteBuffer all = ByteBuffer.allocate(20);
      assertThat(reader.read(all)).isEqualTo(7);
      assertThat(new String(all.array(), 0, 7, StandardCharsets.UTF_8)).isEqualTo("one two");
      assertThat(reader.read(all)).isEqualTo(-1);
    }
  }

  @Test
  void nothingOfItStandsOnTheDisk() throws IOException {
    String text = "a sentence that nobody may read. ".repeat(500);
    Files.writeString(sealed, text);
    assertThat(new String(disk(), StandardCharsets.ISO_8859_1)).doesNotContain("sentence");
    byte[] before = disk();
    Files.writeString(sealed, text);
    assertThat(disk()).isNotEqualTo(before); // fresh nonces
  }

  private byte[] disk() throws IOException {
    return Files.readAllBytes(Sealed.raw(sealed));
  }

  @Test
  void everyBitThatIsFlippedIsSeen() throws IOException {
    Files.write(sealed, new byte[2 * SealedBlocks.PLAIN + 10]);
    byte[] good = disk();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 300; i++) {
      int at = i < 60 ? i : SealedBlocks.PAGE + random.nextInt(good.length - SealedBlocks.PAGE);
      byte[] bad = good.clone();
      bad[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(Sealed.raw(sealed), bad);
      assertThatThrownBy(() -> Files.readAllBytes(sealed)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFileThatIsCutOrWhosePagesChangePlacesIsRefused() throws IOException {
    Files.write(sealed, new byte[3 * SealedBlocks.PLAIN]);
    byte[] good = disk();
    Path other = sealed.resolveSibling("other");
    Files.write(other, new byte[3 * SealedBlocks.PLAIN]);
    byte[] foreign = Files.readAllBytes(Sealed.raw(other));
    for (int length : new int[] {30, 60, SealedBlocks.PAGE, good.length - 1, good.length / 2}) {
      refused(Arrays.copyOf(good, length));
    }
    byte[] swapped = good.clone();
    page(good, 1, swapped, 2);
    page(good, 2, swapped, 1);
    refused(swapped);
    byte[] mixed = good.clone();
    page(foreign, 1, mixed, 1);
    refused(mixed);
    refused("plain text".getBytes(StandardCharsets.UTF_8));
  }

  private static void page(byte[] from, int source, byte[] to, int target) {
    System.arraycopy(
        from, source * SealedBlocks.PAGE, to, target * SealedBlocks.PAGE, SealedBlocks.PAGE);
  }

  private void refused(byte[] bytes) throws IOException {
    Files.write(Sealed.raw(sealed), bytes);
    assertThatThrownBy(() -> Files.readAllBytes(sealed))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("file");
  }

  @Test
  void whateverIsCutOffBetweenTwoWritesOfPagesIsTheFileAsItWas() throws IOException {
    byte[] first = new byte[SealedBlocks.PLAIN + 700];
    Arrays.fill(first, (byte) 1);
    Files.write(sealed, first);
    byte[] before = disk();
    byte[] more = new byte[2 * SealedBlocks.PLAIN];
    Arrays.fill(more, (byte) 2);
    Files.write(sealed, more, StandardOpenOption.APPEND);
    byte[] after = disk();
    for (int pages = 1; pages * SealedBlocks.PAGE < after.length; pages++) {
      // pages behind the header reach the disk in their order, the header last
      byte[] torn = Arrays.copyOf(before, Math.max(before.length, pages * SealedBlocks.PAGE));
      int changed = (pages - 1) * SealedBlocks.PAGE;
      System.arraycopy(after, SealedBlocks.PAGE, torn, SealedBlocks.PAGE, changed);
      Files.write(Sealed.raw(sealed), torn);
      assertThat(Files.readAllBytes(sealed)).isEqualTo(first);
      Files.write(sealed, more, StandardOpenOption.APPEND); // and it can be gone on with
      assertThat(Files.size(sealed)).isEqualTo(first.length + more.length);
      assertThat(Files.readAllBytes(sealed)).startsWith(first).endsWith(more);
    }
  }
}
