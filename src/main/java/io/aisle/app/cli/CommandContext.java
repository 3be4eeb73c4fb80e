package io.aisle.app.cli;

import io.aisle.app.Wiring;

/** What every command is given. Confined to the thread of the command line. */
interface CommandContext {
  Console console();

  /** The services of this process, made when first asked for and closed when the command ends. */
  Wiring wiring();
}
