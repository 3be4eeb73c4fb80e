package io.aisle.core.dataset;

import io.aisle.domain.data.DatasetVersion;

/**
 * What an import is laid on.
 *
 * @param there whether there is a version under it, whose items can be graded and described
 * @param catalogue whether that version has items that nobody touched, so that more may come
 */
record Ground(boolean there, boolean catalogue) {
  /** Nothing: a data set that begins. */
  static final Ground NONE = new Ground(false, true);

  static Ground of(DatasetVersion version) {
    return new Ground(true, version.events() == 0 || version.judgements() > 0);
  }
}
