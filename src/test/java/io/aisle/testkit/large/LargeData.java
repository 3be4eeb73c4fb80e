package io.aisle.testkit.large;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Writes a CSV file of any number of events for load tests: {@code time,user,item,kind,price},
 * ordered by time. Each visit is a real one of the RetailRocket sample, by one of as many copies of
 * its visitor as the wanted size needs, in one of several copies of its catalogue (the square root
 * of that number), at a moment drawn from the hours of the week of the real visits. Each item has
 * one price of a real line of Online Retail. So the long tail of items and users, the kinds and the
 * lengths of sessions are those of the sample. It says nothing about any shop: never train on it to
 * learn something.
 */
public final class LargeData {
  private static final String[] KINDS = {"view", "addtocart", "transaction"};
  private static final long DAYS = 138;

  private final ShopSessions shop;
  private final SplittableRandom random;
  private final int visitors;
  private final int shelves;

  private LargeData(ShopSessions shop, long events, long seed) {
    this.shop = shop;
    this.random = new SplittableRandom(seed);
    this.visitors = (int) Math.max(1, events / shop.events.size());
    this.shelves = (int) Math.ceil(Math.sqrt(visitors));
  }

  /** A visit that is under way. */
  private record Visit(long millis, int at, int end, int copy) {}

  /**
   * @param home application home, with the bundled samples
   */
  public static void write(Path file, long events, long seed, Path home) {
    new LargeData(ShopSessions.read(home), events, seed).write(file, events);
  }

  private void write(Path file, long events) {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write("time,user,item,kind,price\n");
      double perWeek = (double) events * shop.sessions() / shop.events.size() / (DAYS / 7.0);
      PriorityQueue<Visit> open =
          new PriorityQueue<>((a, b) -> Long.compare(a.millis(), b.millis()));
      StringBuilder line = new StringBuilder();
      long left = events;
      // a little longer than the sample's span, until all are written
      for (long hour = 398_400; left > 0; hour++) {
        double wanted =
            perWeek * shop.hours[ShopSessions.hour(hour * 3_600_000L)] / shop.sessions();
        int begin = (int) wanted + (random.nextDouble() < wanted - (int) wanted ? 1 : 0);
        for (int i = 0; i < begin; i++) {
          open.add(begin(hour * 3_600_000L + random.nextLong(3_600_000L)));
        }
        long until = (hour + 1) * 3_600_000L;
        while (left > 0 && !open.isEmpty() && open.peek().millis() < until) {
          Visit visit = open.poll();
          line.setLength(0);
          append(line, visit);
          out.append(line);
          left--;
          if (visit.at() + 1 < visit.end()) {
            open.add(next(visit));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Visit begin(long millis) {
    int session = random.nextInt(shop.sessions());
    return new Visit(
        millis, shop.starts[session], shop.starts[session + 1], random.nextInt(visitors));
  }

  private Visit next(Visit visit) {
    long[] real = shop.events.millis();
    long step = real[shop.order[visit.at() + 1]] - real[shop.order[visit.at()]];
    return new Visit(visit.millis() + step, visit.at() + 1, visit.end(), visit.copy());
  }

  private void append(StringBuilder line, Visit visit) {
    int event = shop.order[visit.at()];
    int item = visit.copy() % shelves * shop.items() + shop.events.item()[event];
    int kind = shop.events.kind()[event];
    int price = Math.floorMod(item * 0x9E3779B1, shop.prices.length);
    line.append(visit.millis() / 1000)
        .append(',')
        .append(visit.copy() * shop.users() + shop.events.user()[event] + 1)
        .append(',')
        .append(item + 1)
        .append(',')
        .append(KINDS[kind])
        .append(',')
        .append(shop.prices[price])
        .append('\n');
  }

  /**
   * @param arguments FILE EVENTS [--seed N]
   */
  public static void main(String[] arguments) {
    long seed = 1;
    if (arguments.length == 4 && arguments[2].equals("--seed")) {
      seed = Long.parseLong(arguments[3]);
    } else if (arguments.length != 2) {
      throw new IllegalArgumentException("usage: large-data FILE EVENTS [--seed N]");
    }
    long began = System.nanoTime();
    Path file = Path.of(arguments[0]);
    long events = Long.parseLong(arguments[1].replace("_", ""));
    write(file, events, seed, Path.of(System.getProperty("aisle.home")));
    System.out.printf(
        Locale.ROOT,
        "%s: %,d events, %,d bytes, %.1f s%n",
        file,
        events,
        file.toFile().length(),
        (System.nanoTime() - began) / 1e9);
  }
}
