package io.aisle.core.training;

import io.aisle.domain.run.RunRecord;

/**
 * What two runs must share to stand beside each other.
 *
 * @param protocolHash SHA-256, hex
 * @param dataFingerprint SHA-256, hex
 */
public record DataSeal(String protocolHash, String dataFingerprint) {
  public static DataSeal of(RunRecord run) {
    return new DataSeal(run.protocolHash(), run.dataFingerprint());
  }
}
