package io.aisle.core.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a worker sees.
 *
 * @param versions of the native library, by name; empty when it was not loaded
 */
public record DeviceList(List<Line> devices, Map<String, String> versions) {
  public DeviceList {
    devices = List.copyOf(devices);
  }

  /**
   * A device.
   *
   * @param id such as {@code cpu}, {@code cuda:0}
   * @param auto whether {@code device: auto} takes it
   */
  public record Line(String id, String name, long memoryMb, boolean auto) {}

  /** Whether there is anything but the CPU. */
  public boolean hasGpu() {
    return devices.stream().anyMatch(device -> !device.id().equals("cpu"));
  }

  static DeviceList of(JsonNode said) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode device : said.required("devices")) {
      lines.add(
          new Line(
              device.required("id").asText(),
              device.required("name").asText(),
              device.required("memoryMb").asLong(),
              device.required("auto").asBoolean()));
    }
    Map<String, String> versions = new LinkedHashMap<>();
    said.path("versions")
        .properties()
        .forEach(each -> versions.put(each.getKey(), each.getValue().asText()));
    return new DeviceList(lines, versions);
  }
}
