package io.aisle.testkit;

import io.aisle.ml.data.Interactions;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The first purchases of some customers of the bundled retailer, in their order, with the last one
 * of each held out; products that five of them bought, customers with five such products.
 *
 * @param train all but the last
 * @param last the product held out of each customer
 * @param description of each product, never empty
 */
public record LastOfRetail(Interactions train, int[] last, List<String> description) {
  private static final int CUSTOMERS = 300;
  private static final int LEAST = 5;

  public static LastOfRetail read() throws IOException {
    Path file =
        Path.of(System.getProperty("aisle.home", "."))
            .resolve("sample-datasets/online-retail/transactions.csv.gz");
    Map<String, Set<String>> baskets = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split(",", -1);
        String customer = fields[fields.length - 2];
        boolean known = baskets.containsKey(customer);
        if (customer.isEmpty() || line.startsWith("C") || !known && baskets.size() == CUSTOMERS) {
          continue;
        }
        baskets.computeIfAbsent(customer, c -> new LinkedHashSet<>()).add(fields[1]);
        names.putIfAbsent(fields[1], fields[2].isBlank() ? "?" : fields[2].strip());
      }
    }
    return of(baskets, names);
  }

  private static LastOfRetail of(Map<String, Set<String>> baskets, Map<String, String> names) {
    Map<String, Integer> counts = new HashMap<>();
    baskets.values().forEach(b -> b.forEach(product -> counts.merge(product, 1, Integer::sum)));
    Map<String, Integer> index = new LinkedHashMap<>();
    List<int[]> rows = new ArrayList<>();
    for (Set<String> basket : baskets.values()) {
      List<String> kept = basket.stream().filter(p -> counts.get(p) >= LEAST).toList();
      if (kept.size() >= LEAST) {
        kept.forEach(product -> index.putIfAbsent(product, index.size()));
        rows.add(kept.stream().mapToInt(index::get).toArray());
      }
    }
    int[][] train = new int[rows.size()][];
    int[] last = new int[rows.size()];
    for (int u = 0; u < train.length; u++) {
      int[] row = rows.get(u);
      train[u] = Arrays.copyOf(row, row.length - 1);
      last[u] = row[row.length - 1];
    }
    List<String> descriptions = index.keySet().stream().map(names::get).toList();
    return new LastOfRetail(Rows.of(index.size(), train), last, descriptions);
  }
}
