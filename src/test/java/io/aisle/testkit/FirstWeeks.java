package io.aisle.testkit;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The first weeks of the bundled gift shop: real purchases, few enough for ten models. */
public final class FirstWeeks {
  private FirstWeeks() {}

  /**
   * The header and the first lines that name a customer and a plain article, as the file has them.
   */
  public static List<String> lines(int many) throws IOException {
    Path file =
        Path.of(System.getProperty("aisle.home", "."))
            .resolve("sample-datasets/online-retail/transactions.csv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
      String header = reader.readLine();
      List<String> lines =
          reader.lines().filter(line -> line.matches(".*,\\d{5},[^,]*")).limit(many).toList();
      return Stream.concat(Stream.of(header), lines.stream()).toList();
    }
  }
}
