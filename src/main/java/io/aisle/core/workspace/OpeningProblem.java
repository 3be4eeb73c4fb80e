package io.aisle.core.workspace;

import io.aisle.core.job.Failures;
import io.aisle.store.OpeningFault;
import java.io.IOException;

/**
 * Why a workspace could not be opened, and so what can be done about it.
 *
 * @param process id of the process that holds it; empty when it is another problem
 * @param sentence what happened, in English, as the command line says it
 * @param code finds the stack in the log
 */
public record OpeningProblem(Kind kind, String process, String sentence, String code) {
  /** What stands in the way. */
  public enum Kind {
    /** Another process has it open. */
    HELD,
    /** A newer version of the program wrote it. */
    NEWER,
    /** Its folder cannot be made or written, or is not there. */
    FOLDER,
    /** Its store cannot be read: a backup helps. */
    DAMAGED,
    OTHER
  }

  /** Logs the failure and finds its kind. */
  public static OpeningProblem of(Throwable failure) {
    var failed = Failures.failed("open the workspace", failure);
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof OpeningFault fault) {
        return new OpeningProblem(
            kind(fault.kind()), fault.process(), failed.sentence(), failed.code());
      }
      if (at instanceof IOException) {
        return new OpeningProblem(Kind.FOLDER, "", failed.sentence(), failed.code());
      }
    }
    return new OpeningProblem(Kind.OTHER, "", failed.sentence(), failed.code());
  }

  private static Kind kind(OpeningFault.Kind fault) {
    return switch (fault) {
      case HELD -> Kind.HELD;
      case NEWER -> Kind.NEWER;
      case UNWRITABLE -> Kind.FOLDER;
      case DAMAGED -> Kind.DAMAGED;
    };
  }
}
