package io.aisle.app.cli;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.JobOutcome;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ended a command into one sentence and an exit code; stacks go to the log. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Console console;
  private final Supplier<Path> logs;

  /**
   * @param logs folder of the log files, asked only when something is in them
   */
  Failures(Console console, Supplier<Path> logs) {
    this.console = console;
    this.logs = logs;
  }

  ExitCode say(Throwable thrown) {
    return switch (thrown) {
      case InputException bad -> {
        console.say(bad.getMessage());
        yield ExitCode.BAD_INPUT;
      }
      case OperationException failed -> {
        LOG.warn("{}", failed.getMessage(), failed.getCause());
        console.say(failed.getMessage());
        yield ExitCode.FAILED;
      }
      case CancelledException cancelled -> {
        console.say("cancelled");
        yield ExitCode.FAILED;
      }
      case ParameterException usage -> {
        console.say(usage(usage));
        yield ExitCode.BAD_INPUT;
      }
      default -> {
        String code = code(thrown);
        LOG.error("unexpected error (code {})", code, thrown);
        console.say("unexpected error (code %s); the log is at %s".formatted(code, logs.get()));
        yield ExitCode.FAILED;
      }
    };
  }

  /** The value of a job, or its failure as the exception that a command may throw. */
  static <T> T value(JobOutcome<T> outcome) {
    return switch (outcome) {
      case JobOutcome.Done<T> done -> done.value();
      case JobOutcome.Cancelled<T> cancelled -> throw new CancelledException();
      case JobOutcome.Failed<T> failed -> {
        if (failed.badInput()) {
          throw new InputException(failed.sentence());
        }
        throw new OperationException(failed.sentence());
      }
    };
  }

  private static String usage(ParameterException usage) {
    String help = usage.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    if (usage instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && usage.getCommandLine().getParent() == null) {
      var near = unmatched.getSuggestions();
      return "'%s' is no command of aisle%s; see '%s'"
          .formatted(
              unmatched.getUnmatched().getFirst(),
              near.isEmpty() ? "" : " (did you mean '" + near.getFirst() + "'?)",
              help);
    }
    return "%s; see '%s'".formatted(usage.getMessage(), help);
  }

  /** Short and stable: the same place in the code gives the same letters. */
  static String code(Throwable thrown) {
    int hash = thrown.getClass().getName().hashCode();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().startsWith("io.aisle.")) {
        hash = 31 * hash + (frame.getClassName() + "." + frame.getMethodName()).hashCode();
        break;
      }
    }
    return String.format(Locale.ROOT, "%04X", (hash ^ (hash >>> 16)) & 0xFFFF);
  }
}
