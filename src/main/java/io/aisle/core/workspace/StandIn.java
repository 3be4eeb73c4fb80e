package io.aisle.core.workspace;

import java.nio.file.Path;
import java.time.Instant;

/** What can take the place of a workspace whose store does not open. */
public sealed interface StandIn {
  /** The file. */
  Path file();

  Instant written();

  /** Of the file. */
  long bytes();

  /** A copy of the store alone, in its folder; it can be put in its place. */
  record Copy(Path file, Instant written, long bytes) implements StandIn {}

  /** A backup of the whole workspace, which becomes a workspace in another folder. */
  record Backup(KnownBackup known) implements StandIn {
    @Override
    public Path file() {
      return known.file();
    }

    @Override
    public Instant written() {
      return known.written();
    }

    @Override
    public long bytes() {
      return known.bytes();
    }
  }
}
