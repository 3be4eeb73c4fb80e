package io.aisle.core.problem;

import java.util.List;

/**
 * What a report would hold, to be looked at before it is written.
 *
 * @param parts in the order of the zip file
 */
public record ProblemReport(List<Part> parts) {
  public ProblemReport {
    parts = List.copyOf(parts);
  }

  /** A text file of the report. */
  public record Part(String name, String text) {
    /** Bytes, about. */
    public long size() {
      return text.length();
    }
  }

  public long size() {
    return parts.stream().mapToLong(Part::size).sum();
  }
}
