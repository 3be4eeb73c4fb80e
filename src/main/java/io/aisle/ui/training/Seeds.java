package io.aisle.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Seeds as they are written: {@code 42}, {@code 1, 2, 3} or {@code 1-5}. */
final class Seeds {
  /** More runs of one model than anyone waits for. */
  static final int MOST = 50;

  private static final Pattern SPAN = Pattern.compile("(\\d{1,9})\\s*[-–~]\\s*(\\d{1,9})");

  private Seeds() {}

  /** The seeds, ascending, each once; nothing when it is no such text. */
  static Optional<List<Long>> read(String written) {
    TreeSet<Long> seeds = new TreeSet<>();
    for (String part : written.strip().split("[,，、;；]", -1)) {
      Matcher span = SPAN.matcher(part.strip());
      if (span.matches()) {
        long from = Long.parseLong(span.group(1));
        long to = Long.parseLong(span.group(2));
        if (to < from || to - from >= MOST) {
          return Optional.empty();
        }
        for (long seed = from; seed <= to; seed++) {
          seeds.add(seed);
        }
      } else if (part.strip().matches("\\d{1,9}")) {
        seeds.add(Long.parseLong(part.strip()));
      } else {
        return Optional.empty();
      }
    }
    return seeds.size() > MOST ? Optional.empty() : Optional.of(new ArrayList<>(seeds));
  }
}
