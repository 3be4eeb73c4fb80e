package io.aisle.domain.settings;

import java.util.List;

/**
 * The protocols under which the analyst compares without tuned baselines.
 *
 * @param protocols hashes
 */
public record DeclinedBaselines(List<String> protocols) {
  public static final DeclinedBaselines NONE = new DeclinedBaselines(List.of());

  public DeclinedBaselines {
    protocols = List.copyOf(protocols);
  }
}
