package io.aisle.core.problem;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the program's log and takes out of it what the {@link Redactor} takes out of text. What the
 * program itself has written (times, levels, classes, stack frames) stays; a line that follows a
 * message and is no stack may be data and goes altogether. Thread-safe.
 */
final class LogText {
  private static final Pattern HEAD =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (?:TRACE|DEBUG|INFO|WARN|ERROR) +)"
              + "\\[([^\\]]*)\\] (\\S+) - (.*)");
  private static final Pattern FRAME =
      Pattern.compile(
          "\\s+at [\\w.$/<>@-]+\\((?:[\\w$]+\\.java:\\d+|[\\w$]+\\.java|Native Method|Unknown"
              + " Source)\\)");
  private static final Pattern MORE =
      Pattern.compile("\\s+\\.\\.\\. \\d+ (?:more|common frames omitted)");
  private static final Pattern CAUSE =
      Pattern.compile(
          "(\\s*(?:Caused by: |Suppressed: |Wrapped by:"
              + " )?)((?:[a-z][\\w]*\\.)+(?:[\\w$]*\\$)?[A-Z]\\w*(?:Exception|Error|Fault|Throwable|Remote))(?::"
              + " (.*))?");

  private static final Pattern THREAD = Pattern.compile("[a-zA-Z]+(?:[ -][a-zA-Z]+)*(?:-\\d+)?");

  private final Redactor redactor;

  LogText(Redactor redactor) {
    this.redactor = redactor;
  }

  /**
   * A line apart: what stays, and the message in it.
   *
   * @param message null: the line has none
   */
  private record Line(String kept, String message) {}

  /** The log without what may belong to somebody. */
  String clean(String log) {
    List<Line> lines = log.lines().map(LogText::line).toList();
    Iterator<String> messages =
        redactor
            .clean(lines.stream().map(Line::message).filter(Objects::nonNull).toList())
            .iterator();
    StringBuilder cleaned = new StringBuilder();
    for (Line line : lines) {
      cleaned.append(line.kept()).append(line.message() == null ? "" : messages.next());
      cleaned.append('\n');
    }
    return cleaned.toString();
  }

  private static Line line(String line) {
    if (FRAME.matcher(line).matches() || MORE.matcher(line).matches() || line.isBlank()) {
      return new Line(line, null);
    }
    Matcher head = HEAD.matcher(line);
    if (head.matches()) {
      String thread = THREAD.matcher(head.group(2)).matches() ? head.group(2) : "-";
      return new Line(
          "%s[%s] %s - ".formatted(head.group(1), thread, head.group(3)), head.group(4));
    }
    Matcher cause = CAUSE.matcher(line);
    if (cause.matches()) {
      String type = cause.group(1) + cause.group(2);
      return cause.group(3) == null ? new Line(type, null) : new Line(type + ": ", cause.group(3));
    }
    return new Line("<a line of %d characters>".formatted(line.length()), null);
  }

  /** The errors of a log that was cleaned, each with its stack, the newest first. */
  static List<String> errors(String cleaned, int most) {
    List<StringBuilder> found = new ArrayList<>();
    boolean within = false;
    for (String line : cleaned.lines().toList()) {
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        within = head.group(1).contains("ERROR");
        if (within) {
          found.addFirst(new StringBuilder());
        }
      }
      if (within) {
        found.getFirst().append(line).append('\n');
      }
    }
    return found.stream().limit(most).map(StringBuilder::toString).toList();
  }
}
