package io.aisle.core.dataset.table;

import java.io.IOException;

/** A packed file grows out of all proportion. */
final class ExpansionException extends IOException {
  private static final long serialVersionUID = 1;

  ExpansionException() {
    super("unpacks out of all proportion");
  }
}
