package io.aisle.app.cli;

import io.aisle.app.Passphrase;
import io.aisle.core.workspace.Vault;
import io.aisle.domain.InputException;
import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;

/**
 * Turns the paths of a command line into those that the program uses, and knows the passphrases of
 * the encrypted workspaces among them. Confined to the thread of the command line, but for {@link
 * #of}.
 */
final class Passphrases implements ITypeConverter<Path> {
  private final Supplier<Path> file;
  private final Set<Path> met = new LinkedHashSet<>();

  /**
   * @param file what {@code --passphrase-file} said; null: nothing
   */
  Passphrases(Supplier<Path> file) {
    this.file = file;
  }

  @Override
  public Path convert(String name) {
    Path path = Vault.path(Path.of(name), this::of);
    serve(path);
    return path;
  }

  /** The first encrypted workspace in which a path of the command line lies. */
  Optional<Path> met() {
    return met.stream().findFirst();
  }

  /** From now on this is asked for the passphrase of the workspace in which a path lies. */
  void serve(Path path) {
    Vault.askedOf(path, this::of);
    Vault.root(path).ifPresent(met::add);
  }

  /** The command has ended: keys are forgotten. */
  void close() {
    met.forEach(Vault::forget);
  }

  /**
   * The passphrase of a workspace: from the file that the command line or the environment names,
   * else typed without being shown.
   *
   * @throws InputException when there is none of these
   */
  synchronized char[] of(Path workspace) {
    Optional<Path> named = Optional.ofNullable(file.get()).or(Passphrase::fileOfEnvironment);
    if (named.isPresent()) {
      return Passphrase.ofFile(named.get());
    }
    return typed("Passphrase of " + workspace + ": ")
        .orElseThrow(() -> Passphrase.missing(workspace));
  }

  /**
   * A passphrase that is new: from a file, else typed twice.
   *
   * @param from empty: typed
   * @throws InputException when there is no terminal, or the two are not the same
   */
  static char[] fresh(Optional<Path> from) {
    if (from.isPresent()) {
      return Passphrase.ofFile(from.get());
    }
    char[] once =
        typed("New passphrase: ")
            .orElseThrow(
                () ->
                    new InputException(
                        "There is no terminal to type a passphrase on: name the file with it by %s."
                            .formatted(NewPassphrase.OPTION)));
    Vault.requireStrong(once);
    char[] twice = typed("The same again: ").orElseThrow();
    if (!Arrays.equals(once, twice)) {
      throw new InputException("The two passphrases are not the same; nothing was changed.");
    }
    return once;
  }

  private static Optional<char[]> typed(String prompt) {
    Console terminal = System.console();
    if (terminal == null || !terminal.isTerminal()) {
      return Optional.empty();
    }
    return Optional.ofNullable(terminal.readPassword("%s", prompt)).filter(all -> all.length > 0);
  }
}
