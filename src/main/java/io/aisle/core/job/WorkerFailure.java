package io.aisle.core.job;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelledException;

/**
 * A failure on its way from the worker to the parent.
 *
 * @param kind which exception it becomes again
 * @param sentence for the user
 * @param code finds the stack in the worker's log
 */
record WorkerFailure(Kind kind, String sentence, String code) {
  /** The exceptions that cross. */
  enum Kind {
    INPUT,
    OPERATION,
    CANCELLED
  }

  static WorkerFailure of(Throwable failure) {
    Kind kind =
        switch (failure) {
          case InputException _ -> Kind.INPUT;
          case CancelledException _ -> Kind.CANCELLED;
          default -> Kind.OPERATION;
        };
    return new WorkerFailure(kind, FailureText.of(failure), ErrorCode.of(failure));
  }

  /**
   * The exception to throw in the parent.
   *
   * @param where the log that has the stack
   */
  RuntimeException toException(String where) {
    return switch (kind) {
      case INPUT -> new InputException(sentence, new Remote(code, where));
      case OPERATION -> new OperationException(sentence, new Remote(code, where));
      case CANCELLED -> new CancelledException();
    };
  }

  /** Stands for the stack that stayed in the worker's log. */
  static final class Remote extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    Remote(String code, String where) {
      super("the stack is in " + where + " under " + code);
      this.code = code;
    }

    String code() {
      return code;
    }
  }
}
