package io.aisle.ui.common;

import io.aisle.core.report.ShellWord;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.data.DatasetVersion;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the figures of a view come from.
 *
 * @param caption what it is of, such as a user or a metric; "" when its heading says it
 * @param sources the runs that it shows
 * @param commands lines that give the same figures again, in the folder that holds the run folders
 * @param licence of the rows of people that it shows; "" when it shows none, or is unknown; may
 *     read a file
 */
public record ViewOrigin(
    String caption, List<Pin.Source> sources, List<String> commands, Supplier<String> licence) {
  /** A view that shows no rows of people. */
  public ViewOrigin(String caption, List<Pin.Source> sources, List<String> commands) {
    this(caption, sources, commands, () -> "");
  }

  /**
   * A view that shows what one user did or was given.
   *
   * @param runs over the same data
   */
  public static ViewOrigin ofUser(String caption, List<RunItem> runs, List<String> commands) {
    RunFolder first = new RunFolder(runs.getFirst().path());
    return new ViewOrigin(caption, sources(runs), commands, first::licence);
  }

  /** The same with rows of people in it. */
  public ViewOrigin under(Supplier<String> ofRows) {
    return new ViewOrigin(caption, sources, commands, ofRows);
  }

  /** The same runs and rows in another view. */
  public ViewOrigin as(String otherCaption, List<String> otherCommands) {
    return new ViewOrigin(otherCaption, sources, otherCommands, licence);
  }

  /** A view of versions of a data set, without rows of people. */
  public static ViewOrigin ofData(
      String caption, List<DatasetVersion> versions, List<String> commands) {
    return new ViewOrigin(
        caption,
        versions.stream().map(each -> Pin.Source.ofData(named(each), each.fingerprint())).toList(),
        commands);
  }

  /** A version as commands take it, such as {@code shop:2}. */
  public static String named(DatasetVersion version) {
    return version.dataset() + ":" + version.version();
  }

  /** A view that shows runs beside each other; the first is the reference. */
  public static ViewOrigin ofComparison(String caption, List<RunItem> runs) {
    return new ViewOrigin(caption, sources(runs), List.of("aisle compare " + folders(runs)));
  }

  /**
   * What a view shows.
   *
   * @param title "" takes the caption of the origin in its place
   * @param subtitle what of the heading may be left out; "" when there is none
   * @param words the view as sentences
   * @param drawing as SVG; "" when it is only a table
   * @param rows each as long as the header
   */
  public record Content(
      String title,
      String subtitle,
      String words,
      String drawing,
      List<String> header,
      List<List<String>> rows) {
    /** A table is its own words. */
    public static Content ofTable(String title, List<String> header, List<List<String>> rows) {
      return new Content(title == null ? "" : title, "", "", "", header, rows);
    }
  }

  /** A draft to be kept for a report. */
  public Pin pin(Content view) {
    boolean named = !view.title().isEmpty();
    return new Pin(
        "",
        0,
        null,
        named ? view.title() : caption,
        Stream.of(view.subtitle(), named ? caption : "")
            .filter(words -> words != null && !words.isEmpty())
            .distinct()
            .collect(Collectors.joining(" · ")),
        view.words(),
        view.drawing(),
        view.header(),
        view.rows(),
        sources,
        commands,
        "");
  }

  /** The runs as a report names them. */
  public static List<Pin.Source> sources(List<RunItem> runs) {
    return runs.stream()
        .map(
            run ->
                new Pin.Source(
                    run.name(),
                    run.record().protocolHash(),
                    run.record().dataFingerprint(),
                    run.record().seed()))
        .toList();
  }

  /** The names of the run folders as a shell takes them. */
  public static String folders(List<RunItem> runs) {
    return runs.stream()
        .map(run -> ShellWord.quoted(run.path().getFileName().toString()))
        .collect(Collectors.joining(" "));
  }
}
