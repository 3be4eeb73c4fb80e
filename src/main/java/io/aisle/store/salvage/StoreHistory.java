package io.aisle.store.salvage;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The states of a store that its file still has, the newest first. Confined to one thread. */
public final class StoreHistory {
  private final StoreFile file;
  private final List<Chunk> chunks;

  private StoreHistory(StoreFile file, List<Chunk> chunks) {
    this.file = file;
    this.chunks = chunks;
  }

  /** Looks through the whole file. */
  public static StoreHistory of(StoreFile file) throws IOException {
    return new StoreHistory(
        file,
        Chunk.scan(file).stream()
            .sorted(Comparator.comparingLong(Chunk::version).reversed())
            .toList());
  }

  /** How many states may be there; some cannot be read, for newer ones have taken their place. */
  public int size() {
    return chunks.size();
  }

  /** The state with that number, from 0; empty when it cannot be read. */
  public Optional<StoreState> state(int number) throws IOException {
    return StoreState.of(file, chunks.get(number), chunks);
  }

  /** When the newest was written, in milliseconds since the file was made. */
  public long newest() {
    return chunks.isEmpty() ? 0 : chunks.getFirst().millis();
  }
}
