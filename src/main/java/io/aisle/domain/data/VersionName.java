package io.aisle.domain.data;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people name versions: {@code shop} is the newest complete version of the data set, {@code
 * shop:2} the second one.
 *
 * @param version empty: the newest
 */
public record VersionName(String dataset, OptionalInt version) {
  private static final Pattern NUMBERED = Pattern.compile("(.+):([1-9][0-9]{0,8})");

  /** A name as it was typed; names of data sets hold no colon. */
  public static VersionName parse(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    return numbered.matches()
        ? new VersionName(numbered.group(1), OptionalInt.of(Integer.parseInt(numbered.group(2))))
        : new VersionName(text, OptionalInt.empty());
  }

  /** The name of one version. */
  public static VersionName of(DatasetVersion version) {
    return new VersionName(version.dataset(), OptionalInt.of(version.version()));
  }

  /** Whether the version is meant, being complete and, without a number, the newest. */
  public boolean fits(DatasetVersion each) {
    return each.dataset().equals(dataset)
        && (version.isEmpty() || version.getAsInt() == each.version());
  }

  @Override
  public String toString() {
    return version.isPresent() ? dataset + ":" + version.getAsInt() : dataset;
  }
}
