package io.aisle.app;

import io.aisle.domain.InputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Passphrases that are not typed: a file holds one, the name of the file may be said. */
public final class Passphrase {
  /** Names the file in the environment; the passphrase itself would be seen by others there. */
  public static final String VARIABLE = "AISLE_PASSPHRASE_FILE";

  private static final long MOST = 4096;

  private Passphrase() {}

  /**
   * The passphrase of a workspace, from the file that the environment names.
   *
   * @throws InputException when none is named, or it cannot be read
   */
  static char[] ofEnvironment(Path workspace) {
    return ofFile(fileOfEnvironment().orElseThrow(() -> missing(workspace)));
  }

  /** The file that the environment names. */
  public static Optional<Path> fileOfEnvironment() {
    Optional<String> said = SystemFolder.said(System.getenv(), VARIABLE);
    try {
      return said.map(Path::of);
    } catch (InvalidPathException e) {
      throw new InputException(
          "%s is no file name of this system; name the file with the passphrase."
              .formatted(said.orElseThrow()),
          e);
    }
  }

  /** What is said when a workspace is encrypted and nobody has given its passphrase. */
  public static InputException missing(Path workspace) {
    return new InputException(
        "The workspace %s is encrypted: name the file with its passphrase by --passphrase-file or in AISLE_PASSPHRASE_FILE."
            .formatted(workspace),
        new NotGiven());
  }

  /** Whether a failure is that nobody has given a passphrase, and not that it is a wrong one. */
  static boolean isMissing(InputException failure) {
    return failure.getCause() instanceof NotGiven;
  }

  /** The kind of that failure. */
  private static final class NotGiven extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The first line of a file, UTF-8.
   *
   * @throws InputException when there is none
   */
  public static char[] ofFile(Path file) {
    try {
      if (!Files.isReadable(file) || Files.isDirectory(file) || Files.size(file) > MOST) {
        throw new InputException(
            "%s is no file with a passphrase; name one whose first line is the passphrase."
                .formatted(file));
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String line = text.lines().findFirst().orElse("").strip();
      if (line.isEmpty()) {
        throw new InputException(
            "The first line of %s is empty; it should be the passphrase.".formatted(file));
      }
      return line.toCharArray();
    } catch (CharacterCodingException e) {
      throw new InputException("%s is no text in UTF-8.".formatted(file), e);
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be read (%s); name another file.".formatted(file, e.getMessage()), e);
    }
  }
}
