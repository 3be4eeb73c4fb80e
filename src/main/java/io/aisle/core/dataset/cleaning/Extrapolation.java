package io.aisle.core.dataset.cleaning;

import io.aisle.domain.data.DataSize;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.StepEffect;
import java.util.ArrayList;
import java.util.List;

/** Counts of a whole version from those of a sample of its users: each step's shares carry over. */
final class Extrapolation {
  private Extrapolation() {}

  static List<StepEffect> of(DatasetVersion version, List<StepEffect> sampled) {
    List<StepEffect> whole = new ArrayList<>();
    DataSize before = new DataSize(version.events(), version.users(), version.items());
    for (StepEffect effect : sampled) {
      DataSize from = effect.before();
      DataSize to = effect.after();
      DataSize after =
          new DataSize(
              scaled(before.events(), to.events(), from.events()),
              (int) scaled(before.users(), to.users(), from.users()),
              (int) scaled(before.items(), to.items(), from.items()));
      long changed = scaled(before.events(), effect.changed(), from.events());
      whole.add(new StepEffect(effect.step(), before, after, changed));
      before = after;
    }
    return whole;
  }

  private static long scaled(long whole, long part, long of) {
    return of == 0 ? 0 : Math.round((double) whole * part / of);
  }
}
