package io.aisle.core.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The content of paired-reference.tsv, made by paired_reference.py beside it. */
record PairedReference(
    double pValue,
    double difference,
    double deviation,
    double[] firstInterval,
    double[] differenceInterval,
    double[] first,
    double[] second) {
  static PairedReference read() throws IOException {
    try (InputStream in = PairedReference.class.getResourceAsStream("paired-reference.tsv")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      List<double[]> rows = new ArrayList<>();
      lines.stream().skip(5).forEach(line -> rows.add(numbers(line)));
      double[] difference = numbers(lines.get(1));
      return new PairedReference(
          numbers(lines.get(0))[0],
          difference[0],
          difference[1],
          numbers(lines.get(2)),
          numbers(lines.get(3)),
          rows.stream().mapToDouble(row -> row[0]).toArray(),
          rows.stream().mapToDouble(row -> row[1]).toArray());
    }
  }

  /** The numbers of a line, whatever words stand between them. */
  private static double[] numbers(String line) {
    return Arrays.stream(line.split("[\t ]", -1))
        .filter(word -> word.matches("-?\\d.*"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
