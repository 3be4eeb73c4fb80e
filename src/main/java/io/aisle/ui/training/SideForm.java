package io.aisle.ui.training;

import io.aisle.core.training.SideOutline;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.FeatureSpec;
import io.aisle.domain.experiment.LabelSpec;
import io.aisle.domain.experiment.SideSpec;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FormField;
import io.aisle.ui.form.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What models read beside the split: weights of other kinds of events, attributes, the label. Only
 * what the data have and some chosen model reads is asked for. FX thread only.
 */
final class SideForm {
  private final Map<EventKind, FormField> weights = new EnumMap<>(EventKind.class);
  private final FormField label;
  private final FormField user;
  private final FormField item;
  private final FormField context;
  private final List<FormField> fields = new ArrayList<>();
  private List<EventKind> present = List.of();
  private boolean valued;

  SideForm(Texts texts) {
    Reading reading = new Reading(texts);
    for (EventKind kind : EventKind.values()) {
      weights.put(
          kind,
          add("weight-" + kind.id(), FormField.Kind.NUMBER, reading.maybe(0), List.of(), texts));
    }
    this.label =
        add("label", FormField.Kind.NUMBER, reading.maybe(-Double.MAX_VALUE), List.of(), texts);
    this.user = add("userFeatures", FormField.Kind.SET, Reading::text, List.of(), texts);
    this.item = add("itemFeatures", FormField.Kind.SET, Reading::text, List.of(), texts);
    this.context =
        add("contextFeatures", FormField.Kind.SET, Reading::text, SideOutline.moments(), texts);
  }

  private FormField add(
      String name,
      FormField.Kind kind,
      FormField.Reader reader,
      List<String> choices,
      Texts texts) {
    FormField field =
        new FormField(new FormField.Spec(name, kind, choices, "", "", false, reader), texts);
    field.neededProperty().set(false);
    fields.add(field);
    return field;
  }

  List<FormField> fields() {
    return fields;
  }

  /** Offers what a data set has. */
  void know(DataWords data, SideOutline attributes) {
    present = data.kinds();
    valued = data.valued();
    user.offer(attributes.user());
    item.offer(attributes.item());
  }

  /**
   * Asks for what the chosen models read.
   *
   * @param targets the kinds that are predicted; empty: all
   */
  void follow(List<ModelForm> chosen, Set<EventKind> targets) {
    boolean features = chosen.stream().anyMatch(each -> each.kind().has(ModelTrait.FEATURES));
    boolean predicts = chosen.stream().anyMatch(each -> each.kind().has(ModelTrait.PREDICTS));
    user.neededProperty().set(features && !user.choices().isEmpty());
    item.neededProperty().set(features && !item.choices().isEmpty());
    context.neededProperty().set(features);
    weights.forEach(
        (kind, field) ->
            field
                .neededProperty()
                .set(!targets.isEmpty() && !targets.contains(kind) && present.contains(kind)));
    boolean weighted =
        weights.values().stream()
            .anyMatch(each -> each.neededProperty().get() && !each.textProperty().get().isBlank());
    label.neededProperty().set(predicts && valued && !weighted);
  }

  /** Whether a value is to say what is positive. */
  boolean labelled() {
    return label.neededProperty().get() && !label.textProperty().get().isBlank();
  }

  /** What was filled in of what was asked for, or nothing when a field is wrong. */
  Optional<SideSpec> value() {
    Map<EventKind, Double> given = new EnumMap<>(EventKind.class);
    boolean right = true;
    for (Map.Entry<EventKind, FormField> each : weights.entrySet()) {
      Optional<Optional<Double>> weight = number(each.getValue());
      right &= weight.isPresent();
      weight.flatMap(found -> found).ifPresent(found -> given.put(each.getKey(), found));
    }
    Optional<Optional<Double>> least = number(label);
    if (!right || least.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SideSpec(
            new FeatureSpec(names(user), names(item), names(context)),
            new LabelSpec(
                least.get().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                LabelSpec.DEFAULTS.negatives()),
            Collections.unmodifiableMap(given)));
  }

  @SuppressWarnings("unchecked") // the reader gives a number or nothing
  private static Optional<Optional<Double>> number(FormField field) {
    return field.neededProperty().get()
        ? field.read().map(each -> (Optional<Double>) each)
        : Optional.of(Optional.empty());
  }

  private static Optional<List<String>> names(FormField field) {
    String written = field.textProperty().get();
    return !field.neededProperty().get() || written.isBlank()
        ? Optional.empty()
        : Optional.of(List.of(written.split(",")));
  }

  /** Fills the fields in. */
  void show(SideSpec side) {
    weights.forEach(
        (kind, field) -> {
          Double weight = side.behaviours().get(kind);
          field.textProperty().set(weight == null ? "" : Reading.write(weight));
        });
    OptionalDouble least = side.label().minValue();
    label.textProperty().set(least.isPresent() ? Reading.write(least.getAsDouble()) : "");
    show(user, side.features().user());
    show(item, side.features().item());
    show(context, side.features().context());
  }

  private static void show(FormField field, Optional<List<String>> names) {
    field.textProperty().set(names.map(each -> String.join(",", each)).orElse(""));
  }
}
