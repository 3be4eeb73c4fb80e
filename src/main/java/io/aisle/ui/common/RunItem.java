package io.aisle.ui.common;

import io.aisle.domain.run.RunRecord;
import java.nio.file.Path;

/**
 * A finished run of the workspace.
 *
 * @param path its folder
 * @param name what it is called, with what tells it from its namesakes: the seed, or the time
 */
public record RunItem(Path path, RunRecord record, String name) {
  /** Whether two runs may stand beside each other. */
  public boolean comparable(RunItem other) {
    return record.protocolHash().equals(other.record.protocolHash())
        && record.dataFingerprint().equals(other.record.dataFingerprint());
  }

  /**
   * Whether its lists were held against anything; a run that was fitted on everything's were not.
   */
  public boolean judged() {
    return !record.metrics().test().isEmpty();
  }

  /** The first digits of the protocol's hash, for people. */
  public String protocol() {
    return record.protocolHash().substring(0, Math.min(4, record.protocolHash().length()));
  }
}
