package io.aisle.testkit.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that is broken or made to do harm.
 *
 * @param name of the file
 * @param maker writes it
 * @param outcome part of what must come of its import: of the sentence, or of the reasons and
 *     counts with which rows are refused ({@code reason=count})
 */
public record HostileFile(String name, Maker maker, String outcome) {
  /** A good beginning of a CSV file. */
  static final String GOOD = "user,item,time\na,x,2020-01-01 00:00:00\nb,y,2020-01-02 00:00:00\n";

  /** Writes a file. */
  public interface Maker {
    void write(Path file) throws IOException;
  }

  static HostileFile text(String name, String content, String outcome) {
    return bytes(name, content.getBytes(StandardCharsets.UTF_8), outcome);
  }

  static HostileFile bytes(String name, byte[] content, String outcome) {
    return new HostileFile(name, file -> Files.write(file, content), outcome);
  }

  /** All of them. */
  public static List<HostileFile> all() {
    return Stream.of(
            PackedAttacks.all(),
            TextAttacks.all(),
            JsonAttacks.all(),
            ParquetAttacks.all(),
            WorkbookAttacks.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
