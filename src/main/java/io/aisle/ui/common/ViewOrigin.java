package io.aisle.ui.common;

import io.aisle.core.report.ShellWord;
import io.aisle.core.report.pin.Pin;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the figures of a view come from.
 *
 * @param caption what it is of, such as a user or a metric; "" when its heading says it
 * @param sources the runs that it shows
 * @param commands lines that give the same figures again, in the folder that holds the run folders
 */
public record ViewOrigin(String caption, List<Pin.Source> sources, List<String> commands) {
  /** A view that shows runs beside each other; the first is the reference. */
  public static ViewOrigin ofComparison(String caption, List<RunItem> runs) {
    return new ViewOrigin(caption, sources(runs), List.of("aisle compare " + folders(runs)));
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
