package io.aisle.core.report.pin;

import java.time.Instant;
import java.util.List;

/**
 * A view that was kept for a report, complete in itself: it says the same when its runs have gone.
 *
 * @param id of its file, letters, digits and dashes
 * @param place pins are shown in the order of their places
 * @param title heading of the view
 * @param caption what it is of, such as a user or a metric; "" when the title says it
 * @param words the view as sentences, for whoever cannot see it
 * @param drawing as SVG; "" when it is only a table
 * @param header names of the table's columns; empty when there is no table
 * @param rows cells as text, each row as long as the header
 * @param sources the runs that it shows
 * @param commands lines that give the same figures again
 * @param note the analyst's own words; "" when there are none
 */
public record Pin(
    String id,
    int place,
    Instant pinned,
    String title,
    String caption,
    String words,
    String drawing,
    List<String> header,
    List<List<String>> rows,
    List<Source> sources,
    List<String> commands,
    String note) {
  public Pin {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    sources = List.copyOf(sources);
    commands = List.copyOf(commands);
  }

  /**
   * Where figures come from.
   *
   * @param run its name
   * @param protocol hash of its protocol
   * @param data fingerprint of its data
   */
  public record Source(String run, String protocol, String data, long seed) {
    /** A version of a data set, which no protocol and no seed belong to. */
    public static Source ofData(String name, String fingerprint) {
      return new Source(name, "", fingerprint, 0);
    }

    /** What tells it from others of its name; hashes by their first digits. */
    public String origin() {
      if (!protocol.isEmpty()) {
        return "seed %d, protocol %s, data %s".formatted(seed, digits(protocol), digits(data));
      }
      return data.isEmpty() ? "seed " + seed : "data " + digits(data);
    }

    private static String digits(String hash) {
      return hash.substring(0, Math.min(8, hash.length()));
    }
  }

  /** The same with another note. */
  public Pin withNote(String words) {
    return new Pin(
        id,
        place,
        pinned,
        title,
        caption,
        this.words,
        drawing,
        header,
        rows,
        sources,
        commands,
        words);
  }

  /** The same with more said of what it is of. */
  public Pin withCaption(String words) {
    return new Pin(
        id,
        place,
        pinned,
        title,
        words,
        this.words,
        drawing,
        header,
        rows,
        sources,
        commands,
        note);
  }

  /** The same at another place. */
  public Pin withPlace(int other) {
    return new Pin(
        id, other, pinned, title, caption, words, drawing, header, rows, sources, commands, note);
  }
}
