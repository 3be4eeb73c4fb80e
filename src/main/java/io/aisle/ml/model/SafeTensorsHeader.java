package io.aisle.ml.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.domain.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file: what stands where. Everything read from a file is checked: the
 * tensors must lie one behind the other, without gap or overlap, and end where the file ends.
 *
 * @param entries in the order of the file
 * @param notes the {@code __metadata__} of the file
 * @param dataStart place of the first value in the file
 */
record SafeTensorsHeader(
    List<SafeTensorsEntry> entries, Map<String, String> notes, long dataStart) {
  private static final String NOTES = "__metadata__";
  static final String TYPE = "F32";
  private static final int LENGTH_BYTES = 8;

  /** The format's own limit. */
  private static final long MAX_HEADER_BYTES = 100_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The length and the JSON text of the header, padded to a multiple of eight bytes. */
  static byte[] of(Weights weights) {
    ObjectNode root = JSON.createObjectNode();
    if (!weights.notes().isEmpty()) {
      ObjectNode notes = root.putObject(NOTES);
      weights.notes().forEach(notes::put);
    }
    long at = 0;
    for (Map.Entry<String, Tensor> tensor : weights.tensors().entrySet()) {
      if (tensor.getKey().equals(NOTES)) {
        throw new IllegalArgumentException("a tensor cannot be called " + NOTES);
      }
      ObjectNode entry = root.putObject(tensor.getKey());
      entry.put("dtype", TYPE);
      var shape = entry.putArray("shape");
      for (long axis : tensor.getValue().shape()) {
        shape.add(axis);
      }
      long end = at + (long) tensor.getValue().data().length * Float.BYTES;
      entry.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    byte[] text = root.toString().getBytes(StandardCharsets.UTF_8);
    int length = (text.length + 7) / 8 * 8;
    ByteBuffer buffer =
        ByteBuffer.allocate(LENGTH_BYTES + length).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    buffer.put(text);
    while (buffer.hasRemaining()) {
      buffer.put((byte) ' ');
    }
    return buffer.array();
  }

  static SafeTensorsHeader read(FileChannel channel, Path file) throws IOException {
    long size = channel.size();
    if (size < LENGTH_BYTES) {
      throw bad(file, "it has only " + size + " bytes");
    }
    ByteBuffer prefix = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    SafeTensors.readFully(channel, 0, prefix, file);
    long length = prefix.getLong();
    if (length < 2 || length > MAX_HEADER_BYTES || length > size - LENGTH_BYTES) {
      throw bad(file, "its header is said to have " + Long.toUnsignedString(length) + " bytes");
    }
    ByteBuffer text = ByteBuffer.allocate((int) length);
    SafeTensors.readFully(channel, LENGTH_BYTES, text, file);
    return parse(text.array(), LENGTH_BYTES + length, size, file);
  }

  private static SafeTensorsHeader parse(byte[] text, long dataStart, long size, Path file)
      throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new InputException(sentence(file, "its header is no JSON object"), e);
    }
    if (!root.isObject()) {
      throw bad(file, "its header is no JSON object");
    }
    List<SafeTensorsEntry> entries = new ArrayList<>();
    Map<String, String> notes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : root.properties()) {
      if (property.getKey().equals(NOTES)) {
        readNotes(property.getValue(), notes, file);
      } else {
        entries.add(
            SafeTensorsEntry.read(property.getKey(), property.getValue(), size - dataStart, file));
      }
    }
    entries.sort(
        Comparator.comparingLong(SafeTensorsEntry::begin).thenComparingLong(SafeTensorsEntry::end));
    long expected = 0;
    for (SafeTensorsEntry entry : entries) {
      if (entry.begin() != expected) {
        throw bad(file, "the tensor '" + entry.name() + "' does not follow the one before it");
      }
      expected = entry.end();
    }
    if (expected != size - dataStart) {
      throw bad(
          file,
          "it should have %d bytes of values but has %d".formatted(expected, size - dataStart));
    }
    return new SafeTensorsHeader(entries, notes, dataStart);
  }

  private static void readNotes(JsonNode node, Map<String, String> notes, Path file) {
    for (Map.Entry<String, JsonNode> note : node.properties()) {
      if (!note.getValue().isTextual()) {
        throw bad(file, "its metadata '" + note.getKey() + "' is no text");
      }
      notes.put(note.getKey(), note.getValue().textValue());
    }
  }

  static InputException bad(Path file, String what) {
    return new InputException(sentence(file, what));
  }

  private static String sentence(Path file, String what) {
    return "%s is no intact safetensors file: %s; take it from a finished run again"
        .formatted(file, what);
  }
}
