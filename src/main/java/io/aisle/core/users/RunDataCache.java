package io.aisle.core.users;

import io.aisle.core.explanation.HistoryItem;
import io.aisle.core.explanation.ItemHistory;
import io.aisle.core.training.ExperimentReader;
import io.aisle.core.training.RunData;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.experiment.ProtocolSpec;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Data of runs that were looked at, kept as long as memory allows. Thread-safe. */
final class RunDataCache {
  private final Map<RunFolder, SoftReference<RunData>> kept = new HashMap<>();

  synchronized RunData of(RunFolder run) {
    SoftReference<RunData> reference = kept.get(run);
    RunData data = reference == null ? null : reference.get();
    if (data == null) {
      data = run.loadData();
      kept.put(run, new SoftReference<>(data));
    }
    return data;
  }

  List<HistoryItem> history(RunFolder run, String user) {
    ProtocolSpec protocol =
        ExperimentReader.fromMap(run.record().configuration(), run.path(), run.runJson().toString())
            .experiment()
            .protocol();
    RunData data = of(run);
    return ItemHistory.of(data, data.testHistory(protocol.history()), data.user(user, run));
  }
}
