package io.aisle.domain;

/**
 * Bad input. The message is one sentence that names the file, row, column or field and the way out;
 * it is shown to the user as it is. The command line ends with exit code 2.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String sentence) {
    super(sentence);
  }

  public InputException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
