package io.aisle.core.dataset;

import io.aisle.domain.data.DatasetVersion;

/**
 * What an import is laid on.
 *
 * @param there whether there is a version under it, whose items can be graded and described
 * @param catalogue whether that version has items that nobody touched, so that more may come
 * @param asBefore whether the files are read as those of that version were; columns of which that
 *     said something need not be in them
 */
record Ground(boolean there, boolean catalogue, boolean asBefore) {
  /** Nothing: a data set that begins. */
  static final Ground NONE = new Ground(false, true, false);

  static Ground of(DatasetVersion version, boolean asBefore) {
    return new Ground(true, version.events() == 0 || version.judgements() > 0, asBefore);
  }
}
