package io.aisle.app.cli;

import io.aisle.core.licence.ExportGate;
import picocli.CommandLine.Option;

/** What the command line says to licences that restrict what may be done with rows. */
final class LicenceOption {
  @Option(
      names = "--accept-licence",
      description = "The licence of the data allows this, although it restricts what may be done.")
  private boolean accepted;

  /**
   * Before rows are written into a file.
   *
   * @param what whose rows they are
   * @throws io.aisle.domain.InputException when the licence restricts and the option is not given
   */
  void require(String what, String licence) {
    ExportGate.require(what, licence, accepted);
  }

  /** Before rows are printed: that is a look, but whoever sends the output on is to know. */
  void remind(Console console, String what, String licence) {
    if (!accepted && !ExportGate.limits(licence).isEmpty()) {
      console.say(
          "the licence of %s restricts what may be done with these rows (%s)"
              .formatted(what, licence));
    }
  }
}
