package io.aisle.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a passphrase that is to be comes from. */
final class NewPassphrase {
  static final String OPTION = "--new-passphrase-file";

  @Option(
      names = OPTION,
      paramLabel = "FILE",
      description = "File whose first line is the passphrase to be (default: it is asked for).")
  private Path file;

  /** The file; empty when it is to be typed. */
  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** The passphrase, from the file or typed twice. */
  char[] read() {
    return Passphrases.fresh(file());
  }
}
