package io.aisle.core.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.store.sealed.Sealed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs that a worker has open, the latest used kept. Confined to the worker's thread; a worker
 * ends with its process, so nobody closes it.
 */
public final class OpenRuns {
  private static final int KEPT = 8;

  private final Map<Key, OpenRun> open = new LinkedHashMap<>(16, 0.75f, true);

  /** The run whose {@code folder} an operation's arguments name, as {@link #of(RunFolder)}. */
  public OpenRun of(JsonNode args) {
    return of(new RunFolder(Sealed.path(args.required("folder").asText())));
  }

  /**
   * The run of a folder, opened when it was not or has changed since.
   *
   * @throws io.aisle.domain.InputException when the folder is no complete run of this version
   */
  public OpenRun of(RunFolder folder) {
    if (folder.state() != RunFolder.State.COMPLETE) {
      return OpenRun.open(folder); // which says why it cannot
    }
    Key key = new Key(folder, folder.changed());
    OpenRun run = open.get(key);
    if (run == null) {
      makeRoom(folder);
      run = OpenRun.open(folder);
      open.put(key, run);
    }
    return run;
  }

  private void makeRoom(RunFolder folder) {
    List<Key> keys = new ArrayList<>(open.keySet());
    for (Key key : keys) {
      if (key.folder().equals(folder) || open.size() >= KEPT) {
        open.remove(key).close();
      }
    }
  }

  /** A run as it was at a time. */
  private record Key(RunFolder folder, Instant changed) {}
}
