package io.aisle.app.cli;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.JobOutcome;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ended a command into one sentence and an exit code; stacks go to the log. */
final class Failures {
  private final Console console;
  private final Supplier<Path> logs;

  /**
   * @param logs folder of the log files, asked for only when something is in them
   */
  Failures(Console console, Supplier<Path> logs) {
    this.console = console;
    this.logs = logs;
  }

  ExitCode say(Throwable thrown) {
    return switch (thrown) {
      case InputException bad -> said(bad.getMessage(), ExitCode.BAD_INPUT);
      case ParameterException usage -> said(usage(usage), ExitCode.BAD_INPUT);
      case CancelledException cancelled -> said(cancelled.getMessage(), ExitCode.FAILED);
      case OperationException failed -> {
        io.aisle.core.job.Failures.failed("command line", failed);
        yield said(failed.getMessage(), ExitCode.FAILED);
      }
      default -> {
        String code = io.aisle.core.job.Failures.failed("command line", thrown).code();
        yield said(
            "unexpected error (code %s); the log is at %s".formatted(code, logs.get()),
            ExitCode.FAILED);
      }
    };
  }

  private ExitCode said(String sentence, ExitCode code) {
    console.say(sentence);
    return code;
  }

  /** The value of a job, or its failure as the exception that a command may throw. */
  static <T> T value(JobOutcome<T> outcome) {
    return switch (outcome) {
      case JobOutcome.Done<T> done -> done.value();
      case JobOutcome.Cancelled<T> _ -> throw new CancelledException();
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
      return "'%s' is no command of aisle; see '%s'"
          .formatted(unmatched.getUnmatched().getFirst(), help);
    }
    return "%s; see '%s'".formatted(usage.getMessage(), help);
  }
}
