package io.aisle.ui.training;

import io.aisle.domain.model.ModelGroup;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ui.common.Filter;
import io.aisle.ui.common.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The models in their families, narrowed to what was typed. Knows no nodes. */
public final class ModelShelf {
  /** What is worth a mark; that a model is trained in passes or is a network is not. */
  static final List<ModelTrait> MARKED =
      List.of(
          ModelTrait.ORDERED,
          ModelTrait.FEATURES,
          ModelTrait.ATTENTION,
          ModelTrait.PREDICTS,
          ModelTrait.TORCH);

  private final List<ModelForm> models;
  private final Texts texts;

  /** A family with those of its models that fit. */
  record Family(ModelGroup group, List<ModelForm> models) {}

  ModelShelf(List<ModelForm> models, Texts texts) {
    this.models = models;
    this.texts = texts;
  }

  /**
   * Families in the order in which they are offered; one without a fitting model is left out.
   *
   * @param typed words that must occur in a model's name, id, family, summary or traits
   */
  List<Family> fitting(String typed) {
    Filter filter = new Filter(typed);
    return Arrays.stream(ModelGroup.values())
        .map(
            group ->
                new Family(
                    group,
                    models.stream()
                        .filter(model -> model.kind().group() == group)
                        .filter(model -> filter.test(words(model)))
                        .toList()))
        .filter(family -> !family.models().isEmpty())
        .toList();
  }

  private String words(ModelForm model) {
    return String.join(
        " ",
        model.title(),
        model.kind().id(),
        title(model.kind().group()),
        model.summary(),
        marks(model).stream().map(this::word).collect(Collectors.joining(" ")));
  }

  static List<ModelTrait> marks(ModelForm model) {
    return MARKED.stream().filter(model.kind()::has).toList();
  }

  String title(ModelGroup group) {
    return texts.of("model.group." + group.id());
  }

  /** A trait in a word or two. */
  String word(ModelTrait trait) {
    return texts.of("model.trait." + trait);
  }

  /** What a trait means, in a sentence. */
  String meaning(ModelTrait trait) {
    return texts.of("model.trait." + trait + ".help");
  }

  int size() {
    return models.size();
  }
}
