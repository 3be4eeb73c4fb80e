package io.aisle.domain;

/**
 * Something other than the input went wrong: a full disk, a workspace that another process holds, a
 * worker that died. The message is one sentence with the way out, shown to the user as it is; the
 * cause goes to the log. The command line ends with exit code 1.
 */
public final class OperationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OperationException(String sentence) {
    super(sentence);
  }

  public OperationException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
