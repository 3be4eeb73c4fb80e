package io.aisle.store;

/**
 * Why a store could not be opened: the cause of the exception that says it in a sentence, for those
 * who offer a way out.
 */
public final class OpeningFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String process;

  private OpeningFault(Kind kind, String process, Throwable cause) {
    super(kind + (process.isEmpty() ? "" : " by process " + process), cause);
    this.kind = kind;
    this.process = process;
  }

  static OpeningFault held(String process) {
    return new OpeningFault(Kind.HELD, process, null);
  }

  static OpeningFault of(Kind kind, Throwable cause) {
    return new OpeningFault(kind, "", cause);
  }

  public Kind kind() {
    return kind;
  }

  /** Id of the process that holds the store; empty when it is another fault. */
  public String process() {
    return process;
  }

  /** What stands in the way. */
  public enum Kind {
    /** Another process has it open. */
    HELD,
    /** A newer version of the program wrote it. */
    NEWER,
    /** Its folder cannot be made or written. */
    UNWRITABLE,
    /** Its file cannot be read. */
    DAMAGED
  }
}
