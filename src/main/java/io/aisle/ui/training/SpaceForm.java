package io.aisle.ui.training;

import io.aisle.core.training.ParamsCodec;
import io.aisle.core.training.TrainingKeys;
import io.aisle.core.tuning.DefaultSpaces;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.tuning.ParameterRange;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.SearchSpace;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ranges of one model, filled in with the usual ones. FX thread only. */
public final class SpaceForm {
  private static final List<String> TRAINING = List.of("learningRate", "weightDecay", "batchSize");

  private final ModelKind kind;
  private final String title;
  private final List<RangeField> model = new ArrayList<>();
  private final List<RangeField> training = new ArrayList<>();

  /**
   * @param experiment what the usual ranges lie around
   */
  SpaceForm(Experiment experiment, Texts texts) {
    this.kind = experiment.model().kind();
    this.title = texts.of("model." + kind.id());
    SearchSpace usual = DefaultSpaces.of(experiment);
    ParamsCodec.toMap((Record) experiment.model())
        .keySet()
        .forEach(
            name ->
                model.add(
                    new RangeField(name, Optional.ofNullable(usual.model().get(name)), texts)));
    TRAINING.stream()
        .filter(TrainingKeys.usedBy(kind)::contains)
        .forEach(
            name ->
                training.add(
                    new RangeField(name, Optional.ofNullable(usual.training().get(name)), texts)));
  }

  /** The model with its ranges; empty when one of them is wrong. */
  Optional<Search.Candidate> value(Experiment experiment) {
    Map<String, ParameterRange> ofModel = read(model, (Record) experiment.model());
    Map<String, ParameterRange> ofTraining = read(training, experiment.training());
    return fields().stream().allMatch(field -> field.errorProperty().get().isEmpty())
        ? Optional.of(new Search.Candidate(experiment, new SearchSpace(ofModel, ofTraining)))
        : Optional.empty();
  }

  private static Map<String, ParameterRange> read(List<RangeField> fields, Record record) {
    Map<String, ParameterRange> ranges = new LinkedHashMap<>();
    fields.forEach(
        field -> field.value(record).ifPresent(range -> ranges.put(field.name(), range)));
    return ranges;
  }

  public ModelKind kind() {
    return kind;
  }

  public String title() {
    return title;
  }

  public List<RangeField> fields() {
    return Stream.concat(model.stream(), training.stream()).toList();
  }
}
