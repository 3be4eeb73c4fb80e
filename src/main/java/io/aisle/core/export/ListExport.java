package io.aisle.core.export;

import java.nio.file.Path;
import java.util.List;

/**
 * Which lists go where.
 *
 * @param users external ids; empty for all
 * @param k longest list, at least 1
 * @param minHistory users with fewer interactions in their history are left out
 * @param out the file; its ending says the format
 */
public record ListExport(List<String> users, int k, int minHistory, Path out) {
  public ListExport {
    users = List.copyOf(users);
  }

  /** What was written. */
  public record Written(int users, long rows) {}
}
