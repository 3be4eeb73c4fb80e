package io.aisle.app.cli;

/** What a process of the command line ends with. */
public enum ExitCode {
  DONE(0),
  /** Anything that is neither done nor the input's fault. */
  FAILED(1),
  /** The input or the command line is to blame. */
  BAD_INPUT(2);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
