package io.aisle.core.dataset;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The format of a column's times.
 *
 * @param agreeing share of the sample that it reads, 0 to 1
 * @param rivals other formats that read the whole sample just as well
 */
public record TimeFormatGuess(String format, double agreeing, List<String> rivals) {
  private static final List<String> FORMATS =
      List.of(
          TimeParser.EPOCH_SECONDS,
          TimeParser.EPOCH_MILLIS,
          "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS]",
          "yyyy-MM-dd HH:mm:ss VV",
          "yyyy-MM-dd'T'HH:mm:ss[.SSSSSS][.SSS][XXX]",
          "yyyy-MM-dd HH:mm",
          "yyyy-MM-dd HH",
          "yyyy-MM-dd",
          "yyyy/M/d H:mm[:ss]",
          "M/d/yyyy H:mm[:ss]",
          "d/M/yyyy H:mm[:ss]",
          "d.M.yyyy H:mm[:ss]",
          "M/d/yyyy",
          "d/M/yyyy",
          "d.M.yyyy",
          "yyyyMMdd");

  /** The formats that are tried, in their order; a file may have others. */
  public static List<String> tried() {
    return FORMATS;
  }

  /**
   * @return empty when no format reads at least half of the sample
   */
  static Optional<TimeFormatGuess> of(List<String> sample) {
    return of(sample, Optional.empty());
  }

  /**
   * @param first the format that is taken where none reads more; it may be of any kind
   * @return empty when no format reads at least half of the sample
   */
  static Optional<TimeFormatGuess> of(List<String> sample, Optional<String> first) {
    List<String> texts = sample.stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    String best = null;
    long most = 0;
    List<String> rivals = new ArrayList<>();
    Set<String> formats = new LinkedHashSet<>(first.stream().toList());
    formats.addAll(FORMATS);
    for (String format : formats) {
      TimeParser parser = new TimeParser(format, ZoneOffset.UTC);
      long agreeing = texts.stream().filter(text -> read(parser, format, text)).count();
      if (agreeing > most) {
        best = format;
        most = agreeing;
        rivals.clear();
      } else if (agreeing == most && most > 0) {
        rivals.add(format);
      }
    }
    double share = (double) most / texts.size();
    return share < 0.5
        ? Optional.empty()
        : Optional.of(new TimeFormatGuess(best, share, List.copyOf(rivals)));
  }

  /** A bare number is taken for an epoch only where that gives a year from 1990 on. */
  private static boolean read(TimeParser parser, String format, String text) {
    var millis = parser.parse(text);
    boolean epoch = format.startsWith("epoch");
    return millis.isPresent() && (!epoch || millis.getAsLong() > 631_152_000_000L);
  }
}
