package io.aisle.app.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a command writes: data to {@code out}, sentences to {@code err}.
 *
 * @param out UTF-8 whatever the locale, so that titles survive a redirection
 * @param terminal whether somebody watches {@code err}; progress is shown only then
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {
  private static final Path STDERR = Path.of("/proc/self/fd/2");

  /** The streams of this process. */
  public static Console system() {
    return new Console(
        stream(FileDescriptor.out), stream(FileDescriptor.err), standardErrorIsTerminal());
  }

  /** A sentence for the user; line breaks inside it become spaces. */
  public void say(String sentence) {
    err.println(oneLine(sentence));
    err.flush();
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }

  /** Java knows about standard input and output only; Linux tells what descriptor 2 is. */
  private static boolean standardErrorIsTerminal() {
    try {
      if (Files.isSymbolicLink(STDERR)) {
        String target = Files.readSymbolicLink(STDERR).toString().toLowerCase(Locale.ROOT);
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      }
    } catch (IOException e) {
      return false;
    }
    return System.console() != null && System.console().isTerminal();
  }
}
