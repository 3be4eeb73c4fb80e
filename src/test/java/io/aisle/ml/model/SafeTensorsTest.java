package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsReadBack() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    float[] large = new float[700_001];
    for (int i = 0; i < large.length; i++) {
      large[i] = i * 0.25f - 7;
    }
    tensors.put("z.first", Tensor.of(large, 700_001));
    tensors.put("a \"quoted\" 中文", Tensor.of(new float[] {1, -0f, Float.MIN_VALUE, 3e38f}, 2, 2));
    tensors.put("scalar", Tensor.of(new float[] {Float.NaN}));
    tensors.put("empty", Tensor.of(new float[0], 0, 64));
    Path file = folder.resolve("weights.safetensors");

    SafeTensors.write(file, new Weights(tensors, Map.of("epoch", "7")));
    Weights read = SafeTensors.read(file);

    assertThat(read.notes()).containsExactly(Map.entry("epoch", "7"));
    assertThat(read.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
    tensors.forEach(
        (name, tensor) -> {
          assertThat(read.tensors().get(name).shape()).isEqualTo(tensor.shape());
          assertThat(read.tensors().get(name).data()).isEqualTo(tensor.data());
        });
    assertThat(folder.resolve("weights.safetensors.tmp")).doesNotExist();
  }

  @Test
  void anOlderFileIsReplaced() {
    Path file = folder.resolve("w.safetensors");
    SafeTensors.write(file, weights(new float[] {1, 2, 3}));
    SafeTensors.write(file, weights(new float[] {4}));
    assertThat(SafeTensors.read(file).values("x", 1)).containsExactly(4);
  }

  @Test
  void bytesOfTheOfficialFormatAreRead() throws IOException {
    // written by hand after the format's description: length, header, 1.0f 2.0f -0.5f
    String header =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}";
    String length = "8d00000000000000";
    String values = "0000803f" + "00000040" + "000000bf";
    Path file = folder.resolve("official.safetensors");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(HexFormat.of().parseHex(length));
    bytes.write(header.getBytes(StandardCharsets.US_ASCII));
    bytes.write(HexFormat.of().parseHex(values));
    Files.write(file, bytes.toByteArray());

    Weights weights = SafeTensors.read(file);

    assertThat(header).hasSize(0x8d);
    assertThat(weights.notes()).containsEntry("format", "pt");
    assertThat(weights.values("a", 2, 1)).containsExactly(1f, 2f);
    assertThat(weights.values("b", 1)).containsExactly(-0.5f);
  }

  @Test
  void headersEndOnEightBytesAsTheFormatAsks() throws IOException {
    Path file = folder.resolve("aligned.safetensors");
    SafeTensors.write(file, weights(new float[] {1}));
    byte[] bytes = Files.readAllBytes(file);
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(length % 8).isZero();
    assertThat(bytes).hasSize((int) (8 + length + 4));
    assertThat(new String(bytes, 8, (int) length, StandardCharsets.UTF_8))
        .startsWith("{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"x\":7}",
        "{\"x\":{}}",
        "{\"x\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[-2,-1],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,9223372036854775807,4],"
            + "\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[4611686018427387906],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"y\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"__metadata__\":{\"n\":7},"
            + "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}"
      })
  void aHostileHeaderIsRefusedByName(String header) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    refused(
        ByteBuffer.allocate(8 + text.length + 8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text)
            .array());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 17, 99_999_999})
  void aHeaderLengthBeyondTheFileIsRefused(long length) throws IOException {
    refused(ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
  }

  @Test
  void emptyShortAndMissingFilesAreRefused() throws IOException {
    refused(new byte[0]);
    refused(new byte[7]);
    Path missing = folder.resolve("missing.safetensors");
    assertThatThrownBy(() -> SafeTensors.read(missing))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    Path file = folder.resolve("whole.safetensors");
    SafeTensors.write(file, weights(new float[] {1, 2, 3}));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      refused(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void aDiskThatRefusesIsNoBadInput() {
    Path file = folder.resolve("no-such-folder/w.safetensors");
    assertThatThrownBy(() -> SafeTensors.write(file, weights(new float[] {1})))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void weightsOfAnotherShapeAreRefusedByName() {
    assertThatThrownBy(() -> weights(new float[] {1}).values("x", 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'x'");
    assertThatThrownBy(() -> weights(new float[] {1}).values("y", 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'y'");
  }

  private void refused(byte[] bytes) throws IOException {
    Path file = folder.resolve("hostile.safetensors");
    Files.write(file, bytes);
    assertThatThrownBy(() -> SafeTensors.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString());
  }

  private static Weights weights(float[] values) {
    return new Weights(Map.of("x", Tensor.of(values, values.length)), Map.of());
  }
}
