package io.aisle.ml.neural;

import io.aisle.domain.run.Device;
import java.util.Optional;

/**
 * The device that will compute.
 *
 * @param device the device truly used
 * @param note one sentence for the user when it is not the one that was asked for
 */
public record DeviceChoice(Device device, Optional<String> note) {}
