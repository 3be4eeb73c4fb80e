package io.aisle.core.problem;

import java.util.ArrayList;
import java.util.List;
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
          "(\\s*(?:Caused by: |Suppressed: |Wrapped by: )?)((?:[\\w$]+\\.)+[\\w$]+)(?:: (.*))?");

  private final Redactor redactor;

  LogText(Redactor redactor) {
    this.redactor = redactor;
  }

  /** The log without what may belong to somebody. */
  String clean(String log) {
    StringBuilder cleaned = new StringBuilder();
    for (String line : log.lines().toList()) {
      cleaned.append(line(line)).append('\n');
    }
    return cleaned.toString();
  }

  private String line(String line) {
    if (FRAME.matcher(line).matches() || MORE.matcher(line).matches() || line.isBlank()) {
      return line;
    }
    Matcher head = HEAD.matcher(line);
    if (head.matches()) {
      String thread =
          head.group(2).matches("[a-zA-Z]+(?:[ -][a-zA-Z]+)*(?:-\\d+)?") ? head.group(2) : "-";
      return "%s[%s] %s - %s"
          .formatted(head.group(1), thread, head.group(3), redactor.clean(head.group(4)));
    }
    Matcher cause = CAUSE.matcher(line);
    if (cause.matches()) {
      String message = cause.group(3) == null ? "" : ": " + redactor.clean(cause.group(3));
      return cause.group(1) + cause.group(2) + message;
    }
    return "<a line of %d characters>".formatted(line.length());
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
