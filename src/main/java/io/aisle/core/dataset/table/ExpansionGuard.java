package io.aisle.core.dataset.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Stops a packed file that unpacks to far more than its size. Exports of events shrink to a tenth,
 * seldom to a hundredth; archives made to fill a memory shrink to a thousandth.
 */
final class ExpansionGuard extends FilterInputStream {
  static final int FACTOR = 300;
  private static final long FREE = 64L << 20;

  private final LongSupplier packed;
  private long unpacked;

  /**
   * @param packed bytes that were read of the packed file so far
   */
  ExpansionGuard(InputStream in, LongSupplier packed) {
    super(in);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int bytes) throws IOException {
    unpacked += bytes;
    if (unpacked > FREE && unpacked > FACTOR * packed.getAsLong()) {
      throw new ExpansionException();
    }
  }
}
