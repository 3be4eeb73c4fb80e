package io.aisle.core.dataset.table;

import io.aisle.domain.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The end of a Parquet file, looked at before the library makes room for what it announces. */
final class ParquetFooter {
  private static final int TAIL = 8;
  private static final int SHORTEST = 12;
  private static final int LONGEST = 64 << 20;

  private ParquetFooter() {}

  /**
   * @throws InputException when the file was cut off or its footer cannot be true
   */
  static void check(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      ByteBuffer tail = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
      long size = in.size();
      if (size < SHORTEST || in.read(tail, size - TAIL) < TAIL) {
        throw cutOff(file);
      }
      int length = tail.getInt(0);
      String magic = new String(tail.array(), 4, 4, StandardCharsets.US_ASCII);
      if (magic.equals("PARE")) {
        throw new InputException(
            "%s is an encrypted Parquet file: decrypt it and import that.".formatted(file));
      }
      if (!magic.equals("PAR1")) {
        throw cutOff(file);
      }
      if (length <= 0 || length > size - SHORTEST || length > LONGEST) {
        throw new InputException(
            "%s is a Parquet file whose footer says that it is %d bytes long, which cannot be: copy or export it again."
                .formatted(file, length));
      }
    }
  }

  private static InputException cutOff(Path file) {
    return new InputException(
        "%s is a Parquet file without its end: copy or export it again.".formatted(file));
  }
}
