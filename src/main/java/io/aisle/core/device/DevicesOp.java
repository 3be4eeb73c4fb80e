package io.aisle.core.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.Machine;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.domain.run.Device;
import io.aisle.ml.neural.Devices;
import io.aisle.ml.neural.NativeSetup;

/**
 * Lists what this machine can train on: {@code {devices: [{id, name, memoryMb, auto}], versions:
 * {name: version}}}. With {@code {load: true}} the native library is loaded first, so that one that
 * cannot be loaded is an error; without it, versions are empty.
 */
public final class DevicesOp implements WorkerOp {
  public static final String NAME = Machine.DEVICES;

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ObjectNode versions = result.putObject("versions");
    if (args.path("load").asBoolean()) {
      NativeSetup.versions().forEach(versions::put);
    }
    Device auto = Devices.choose("auto").device();
    ArrayNode all = result.putArray("devices");
    for (Device device : Devices.list()) {
      ObjectNode node = all.addObject();
      node.put("id", device.id());
      node.put("name", device.name());
      node.put("memoryMb", device.memoryMb());
      node.put("auto", device.equals(auto));
    }
    return result;
  }
}
