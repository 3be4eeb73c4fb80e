package io.aisle.app.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.job.Machine;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.domain.run.Device;
import io.aisle.ml.neural.Devices;

/** Lists what this machine can train on: {@code [{id, name, memoryMb, auto}]}. */
public final class DevicesOp implements WorkerOp {
  public static final String NAME = Machine.DEVICES;

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    Device auto = Devices.choose("auto").device();
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Device device : Devices.list()) {
      ObjectNode node = all.addObject();
      node.put("id", device.id());
      node.put("name", device.name());
      node.put("memoryMb", device.memoryMb());
      node.put("auto", device.equals(auto));
    }
    return all;
  }
}
