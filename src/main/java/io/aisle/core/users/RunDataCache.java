package io.aisle.core.users;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.run.RunRecord;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;

/**
 * Data of runs that were looked at, kept as long as memory allows; runs of one protocol and one
 * data fingerprint share them. Thread-safe.
 */
public final class RunDataCache {
  private final Map<Key, SoftReference<RunFacts>> kept = new HashMap<>();

  private record Key(String protocol, String data) {}

  /** The data of a complete run. */
  public synchronized RunFacts of(RunFolder run) {
    RunRecord record = run.record();
    Key key = new Key(record.protocolHash(), record.dataFingerprint());
    SoftReference<RunFacts> reference = kept.get(key);
    RunFacts facts = reference == null ? null : reference.get();
    if (facts == null) {
      facts = RunFacts.read(run);
      kept.put(key, new SoftReference<>(facts));
    }
    return facts;
  }
}
