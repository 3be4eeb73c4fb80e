package io.aisle.ml.model;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes weights as safetensors files (format of the Hugging Face library of that name:
 * eight bytes with the length of a JSON header, the header, then the raw little-endian values).
 * Only 32-bit floats. A file is either the old one or the new one, never half of it: it is written
 * beside its place, forced to disk and renamed.
 */
public final class SafeTensors {
  private static final int CHUNK_BYTES = 1 << 20;

  private SafeTensors() {}

  /**
   * Writes a file, replacing an older one at once.
   *
   * @throws OperationException when the disk refuses
   */
  public static void write(Path file, Weights weights) {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        writeFully(channel, ByteBuffer.wrap(SafeTensorsHeader.of(weights)));
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Tensor tensor : weights.tensors().values()) {
          writeValues(channel, tensor.data(), chunk);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new OperationException(
          "The weights could not be written to %s (%s); check the disk and its free space"
              .formatted(file, reason(e)),
          e);
    }
  }

  /**
   * Reads a whole file. Sizes are checked against the length of the file before memory is taken.
   *
   * @throws InputException when the file is missing, damaged or of another kind
   * @throws OperationException when the disk refuses
   */
  public static Weights read(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      SafeTensorsHeader header = SafeTensorsHeader.read(channel, file);
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (SafeTensorsEntry entry : header.entries()) {
        float[] data = new float[entry.values()];
        readValues(channel, header.dataStart() + entry.begin(), data, chunk, file);
        tensors.put(entry.name(), new Tensor(entry.shape(), data));
      }
      return new Weights(tensors, header.notes());
    } catch (NoSuchFileException e) {
      throw new InputException(
          "%s does not exist; name a folder of a finished run".formatted(file), e);
    } catch (IOException e) {
      throw new OperationException(
          "%s could not be read (%s); check the disk and the permissions"
              .formatted(file, reason(e)),
          e);
    }
  }

  private static void writeValues(FileChannel channel, float[] data, ByteBuffer chunk)
      throws IOException {
    int perChunk = chunk.capacity() / Float.BYTES;
    for (int from = 0; from < data.length; from += perChunk) {
      int count = Math.min(perChunk, data.length - from);
      chunk.clear();
      chunk.asFloatBuffer().put(data, from, count);
      chunk.limit(count * Float.BYTES);
      writeFully(channel, chunk);
    }
  }

  private static void readValues(
      FileChannel channel, long position, float[] data, ByteBuffer chunk, Path file)
      throws IOException {
    int perChunk = chunk.capacity() / Float.BYTES;
    for (int from = 0; from < data.length; from += perChunk) {
      int count = Math.min(perChunk, data.length - from);
      chunk.clear().limit(count * Float.BYTES);
      readFully(channel, position + (long) from * Float.BYTES, chunk, file);
      chunk.asFloatBuffer().get(data, from, count);
    }
  }

  /** Fills the buffer from a place of the file and flips it. */
  static void readFully(FileChannel channel, long position, ByteBuffer buffer, Path file)
      throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw new InputException("%s became shorter while it was read; try again".formatted(file));
      }
      at += read;
    }
    buffer.flip();
  }

  private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      int written = channel.write(buffer);
      if (written < 0) {
        throw new IOException("the file is closed");
      }
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
