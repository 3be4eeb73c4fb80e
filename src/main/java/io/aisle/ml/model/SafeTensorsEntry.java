package io.aisle.ml.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.domain.InputException;
import java.nio.file.Path;

/**
 * Where a tensor lies in a safetensors file.
 *
 * @param begin first byte, counted from the start of the data
 * @param values number of floats
 */
record SafeTensorsEntry(String name, long[] shape, long begin, int values) {
  long end() {
    return begin + (long) values * Float.BYTES;
  }

  /**
   * What a header says of a tensor.
   *
   * @param dataBytes of all tensors together
   * @throws InputException when it cannot be true
   */
  static SafeTensorsEntry read(String name, JsonNode node, long dataBytes, Path file) {
    if (!SafeTensorsHeader.TYPE.equals(node.path("dtype").textValue())) {
      throw SafeTensorsHeader.bad(
          file,
          "the tensor '%s' has the type %s where F32 is needed"
              .formatted(name, node.path("dtype").asText("none")));
    }
    JsonNode axes = node.path("shape");
    JsonNode offsets = node.path("data_offsets");
    if (!axes.isArray() || !offsets.isArray() || offsets.size() != 2) {
      throw SafeTensorsHeader.bad(
          file, "the tensor '" + name + "' lacks its shape or its data_offsets");
    }
    long[] shape = new long[axes.size()];
    for (int a = 0; a < shape.length; a++) {
      shape[a] = number(axes.get(a), name, file);
    }
    long begin = number(offsets.get(0), name, file);
    long end = number(offsets.get(1), name, file);
    if (begin > end || end > dataBytes) {
      throw SafeTensorsHeader.bad(file, "the tensor '" + name + "' points outside of the file");
    }
    long values = product(shape);
    if (values < 0 || values > Integer.MAX_VALUE - 8 || values * Float.BYTES != end - begin) {
      throw SafeTensorsHeader.bad(
          file, "the shape and the bytes of the tensor '" + name + "' disagree");
    }
    return new SafeTensorsEntry(name, shape, begin, (int) values);
  }

  /** The product of the axes, or -1 when it does not fit a long. */
  private static long product(long[] shape) {
    long product = 1;
    for (long axis : shape) {
      if (axis != 0 && product > Long.MAX_VALUE / axis) {
        return -1;
      }
      product *= axis;
    }
    return product;
  }

  private static long number(JsonNode node, String name, Path file) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw SafeTensorsHeader.bad(
          file, "the tensor '" + name + "' has a size that is no whole number");
    }
    return node.longValue();
  }
}
