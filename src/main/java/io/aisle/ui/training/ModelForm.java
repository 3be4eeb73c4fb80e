package io.aisle.ui.training;

import io.aisle.core.comparison.Palette;
import io.aisle.core.training.TrainingKeys;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FormField;
import io.aisle.ui.form.Reading;
import io.aisle.ui.form.RecordForm;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A model that can be chosen, with its parameters. FX thread only. */
public final class ModelForm {
  /** What says when to stop: it goes by the data, not by how much effort is made. */
  static final String MONITOR = "monitor";

  private final ModelKind kind;
  private final String title;
  private final String summary;
  private final RecordForm<ModelParams> params;
  private final RecordForm<TrainingSpec> training;
  private final BooleanProperty chosen = new SimpleBooleanProperty();

  ModelForm(ModelKind kind, Texts texts) {
    this.kind = kind;
    this.title = texts.of("model." + kind.id());
    this.summary = texts.of("model." + kind.id() + ".summary");
    this.params = RecordForm.all(kind.defaults(), texts);
    this.training = new RecordForm<>(TrainingSpec.defaults(kind), used(kind), texts);
    params.with(
        "negatives",
        negatives ->
            params.with(
                "loss",
                loss ->
                    negatives
                        .neededProperty()
                        .bind(loss.textProperty().isEqualTo(NextItemLoss.SAMPLED.name()))));
  }

  /** The keys of the training section that a model has a use for; seeds are the screen's. */
  private static Set<String> used(ModelKind kind) {
    Set<String> keys = new HashSet<>(TrainingKeys.usedBy(kind));
    keys.remove("seed");
    return keys;
  }

  /**
   * Parameters and training as filled in, or nothing when a field is wrong.
   *
   * @param seed of the run
   */
  Optional<Filled> value(long seed) {
    Optional<ModelParams> model = params.value();
    Optional<TrainingSpec> spec = training.value();
    if (model.isEmpty() || spec.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Filled(model.get(), spec.get().withSeed(seed)));
  }

  /** Watches what is usual for data with or without labels, unless another metric was chosen. */
  void labelled(boolean labels) {
    String usual = Reading.write(TrainingSpec.defaults(kind, labels).monitor());
    training.with(
        MONITOR,
        monitor -> {
          boolean own = monitor.changedProperty().get();
          monitor.startProperty().set(usual);
          if (!own) {
            monitor.reset();
          }
        });
  }

  /** Fills the fields in. */
  void show(ModelParams model, TrainingSpec spec) {
    params.show(model);
    training.show(spec);
  }

  void reset() {
    fields().forEach(FormField::reset);
  }

  /** What the form says. */
  record Filled(ModelParams params, TrainingSpec training) {}

  public ModelKind kind() {
    return kind;
  }

  public String title() {
    return title;
  }

  /** What the model does, in a sentence. */
  public String summary() {
    return summary;
  }

  /** Number of its series colour. */
  public int colour() {
    return Palette.of(kind);
  }

  /** Whether another seed gives another model. */
  boolean random() {
    return kind.iterative();
  }

  /** Parameters of the model, then of its training. */
  public List<FormField> fields() {
    return Stream.concat(params.fields().stream(), training.fields().stream()).toList();
  }

  public BooleanProperty chosenProperty() {
    return chosen;
  }
}
