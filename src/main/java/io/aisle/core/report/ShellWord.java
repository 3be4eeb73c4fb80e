package io.aisle.core.report;

/** Names as a shell takes them. */
public final class ShellWord {
  private ShellWord() {}

  /** The name, in quotes where it has characters that mean something to a shell. */
  public static String quoted(String name) {
    return name.matches("[A-Za-z0-9._+@%/-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
