package io.aisle.ui.training;

import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.SideSpec;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the filled-in forms ask for. */
record FormExperiments(ProtocolForm protocol, SideForm side, List<ModelForm> chosen, Texts texts) {
  /**
   * One experiment for each model and seed, or nothing when a field is wrong. A model without
   * randomness is trained once.
   */
  Optional<List<Experiment>> of(String dataset, Optional<List<Long>> numbers) {
    Optional<ProtocolForm.Filled> how = protocol.value();
    Optional<SideSpec> beside = side.value();
    List<Experiment> all = new ArrayList<>();
    boolean complete = how.isPresent() && beside.isPresent() && numbers.isPresent();
    for (ModelForm model : chosen) {
      for (long seed : seeds(model, numbers.orElse(List.of(0L)))) {
        Optional<ModelForm.Filled> filled = model.value(seed);
        complete &= filled.isPresent();
        if (complete) {
          all.add(
              experiment(
                  dataset, model, how.get(), beside.get(), filled.get(), numbers.get().size() > 1));
        }
      }
    }
    return complete ? Optional.of(all) : Optional.empty();
  }

  private static List<Long> seeds(ModelForm model, List<Long> numbers) {
    return model.random() ? numbers : numbers.subList(0, 1);
  }

  private Experiment experiment(
      String dataset,
      ModelForm model,
      ProtocolForm.Filled how,
      SideSpec beside,
      ModelForm.Filled filled,
      boolean several) {
    String name =
        several && model.random()
            ? texts.of("train.name.seed", model.title(), Long.toString(filled.training().seed()))
            : model.title();
    return new Experiment(
        name,
        new DatasetSpec.Named(dataset),
        how.prepare(),
        how.split(),
        how.protocol(),
        beside,
        filled.params(),
        filled.training());
  }
}
