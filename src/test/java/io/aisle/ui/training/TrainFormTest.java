package io.aisle.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.training.SideOutline;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.experiment.TrainingPreset;
import io.aisle.domain.model.ModelKind;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FormField;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole form of the Train screen, without a toolkit. */
class TrainFormTest {
  private final TrainForm form = new TrainForm(new Texts(Locale.ENGLISH));

  static Stream<Locale> languages() {
    return Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyFieldHasAWordAndASentenceOfHelp(Locale language) {
    TrainForm spoken = new TrainForm(new Texts(language));
    Stream<FormField> fields =
        Stream.concat(
            spoken.dataFields().stream(),
            spoken.models().stream().flatMap(model -> model.fields().stream()));
    fields.forEach(
        field -> {
          assertThat(field.label()).isNotEqualTo(field.name());
          assertThat(field.help()).as(field.name()).hasSizeGreaterThan(10);
        });
  }

  @Test
  void weightsOfOtherKindsAreAskedForWhenSomeKindsArePredicted() {
    form.know(
        new DataWords(List.of(EventKind.VIEW, EventKind.PURCHASE), true, true, 0, true, "", ""),
        new SideOutline(List.of(), List.of("category", "price")));
    FormField view = side("weight-view");
    assertThat(view.neededProperty().get()).isFalse();
    protocol("kinds").textProperty().set("purchase");
    assertThat(view.neededProperty().get()).isTrue();
    assertThat(side("weight-purchase").neededProperty().get()).isFalse();
    assertThat(side("weight-cart").neededProperty().get()).as("not in the data").isFalse();
    view.textProperty().set("0.2");
    choose(ModelKind.EASE);
    Experiment made = form.experiments("shop").orElseThrow().getFirst();
    assertThat(made.side().behaviours()).containsExactly(Map.entry(EventKind.VIEW, 0.2));
    view.textProperty().set("x");
    assertThat(form.experiments("shop")).isEmpty();
    assertThat(view.errorProperty().get()).isNotEmpty();
  }

  @Test
  void aClickModelIsWatchedByAucWhereTheDataAreLabelled() {
    form.know(
        new DataWords(List.of(EventKind.RATING), true, false, 0, true, "", ""),
        new SideOutline(List.of(), List.of()));
    choose(ModelKind.FM);
    assertThat(monitor(ModelKind.FM).textProperty().get()).isEqualTo("ndcg@10");
    side("label").textProperty().set("4");
    assertThat(monitor(ModelKind.FM).textProperty().get()).isEqualTo("auc");
    assertThat(monitor(ModelKind.FM).changedProperty().get()).as("it is the default").isFalse();
    assertThat(monitor(ModelKind.SASREC).textProperty().get()).isEqualTo("ndcg@10");
    Experiment made = form.experiments("films").orElseThrow().getFirst();
    assertThat(made.training().monitor().id()).isEqualTo("auc");
    form.settle();
    form.undo();
    assertThat(monitor(ModelKind.FM).textProperty().get()).isEqualTo("ndcg@10");
    form.redo();
    monitor(ModelKind.FM).textProperty().set("gauc");
    side("label").textProperty().set("");
    assertThat(monitor(ModelKind.FM).textProperty().get()).as("chosen by hand").isEqualTo("gauc");
  }

  private FormField monitor(ModelKind kind) {
    return form.models().stream()
        .filter(model -> model.kind() == kind)
        .flatMap(model -> model.fields().stream())
        .filter(field -> field.name().equals("monitor"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void attributesAndLabelAreAskedForWhereAModelReadsThem() {
    form.know(
        new DataWords(List.of(EventKind.RATING), true, false, 0, true, "", ""),
        new SideOutline(List.of(), List.of("category", "price")));
    choose(ModelKind.EASE);
    assertThat(side("itemFeatures").neededProperty().get()).isFalse();
    assertThat(side("label").neededProperty().get()).isFalse();
    choose(ModelKind.FM);
    assertThat(side("itemFeatures").neededProperty().get()).isTrue();
    assertThat(side("userFeatures").neededProperty().get()).as("there are none").isFalse();
    side("itemFeatures").textProperty().set("price");
    side("label").textProperty().set("4");
    Experiment made = form.experiments("films").orElseThrow().getFirst();
    assertThat(made.side().features().item()).contains(List.of("price"));
    assertThat(made.side().features().context()).isEmpty();
    assertThat(made.side().label().minValue()).hasValue(4);
    TrainForm other = new TrainForm(new Texts(Locale.ENGLISH));
    other.know(
        new DataWords(List.of(EventKind.RATING), true, false, 0, true, "", ""),
        new SideOutline(List.of(), List.of("category", "price")));
    other.show(made);
    assertThat(other.experiments("films").orElseThrow().getFirst().side()).isEqualTo(made.side());
  }

  private FormField side(String name) {
    return form.dataFields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void severalSeedsMakeRunsThatTheirNamesTellApart() {
    choose(ModelKind.EASE, ModelKind.ALS);
    form.seedsProperty().set("1-3");
    List<Experiment> all = form.experiments("shop").orElseThrow();
    assertThat(all)
        .extracting(Experiment::name)
        .containsExactly("EASE", "ALS · seed 1", "ALS · seed 2", "ALS · seed 3");
    assertThat(all).extracting(each -> each.training().seed()).containsExactly(1L, 1L, 2L, 3L);
    assertThat(all).extracting(Experiment::split).containsOnly(new SplitSpec.LeaveLastOut());
  }

  @Test
  void undoAndRedoGoThroughTheWholeForm() {
    FormField core = protocol("core");
    core.textProperty().set("1");
    core.textProperty().set("10");
    form.settle();
    model(ModelKind.BPR).chosenProperty().set(true);
    form.settle();
    form.undo();
    assertThat(model(ModelKind.BPR).chosenProperty().get()).isFalse();
    assertThat(core.textProperty().get()).isEqualTo("10");
    form.undo();
    assertThat(core.textProperty().get()).as("what was typed is one step").isEqualTo("5");
    form.redo();
    form.redo();
    assertThat(core.textProperty().get()).isEqualTo("10");
    assertThat(model(ModelKind.BPR).chosenProperty().get()).isTrue();
  }

  @Test
  void repeatsThatAreAllowedAreAlsoInTheData() {
    form.protocol().policy().textProperty().set(ProtocolForm.Policy.ALLOW.name());
    Experiment experiment = form.experiments("shop").orElseThrow().getFirst();
    assertThat(experiment.protocol().excludeSeen()).isFalse();
    assertThat(experiment.prepare().repeats()).isEqualTo(PrepareSpec.Repeats.ALL);
  }

  @Test
  void theDataChooseThePolicyUntilTheAnalystHas() {
    form.protocol().know(data(false));
    assertThat(form.protocol().hidesSeen()).isFalse();
    form.protocol().policy().textProperty().set(ProtocolForm.Policy.HIDE.name());
    form.protocol().know(data(false));
    assertThat(form.protocol().hidesSeen()).isTrue();
  }

  @Test
  void aSplitByDatesIsReadAndItsOrderChecked() {
    form.protocol().know(data(true));
    protocol("split").textProperty().set(SplitForm.Split.TEMPORAL_DATES.name());
    assertThat(form.experiments("shop").orElseThrow().getFirst().split())
        .isEqualTo(
            new SplitSpec.TemporalAt(
                Instant.parse("2011-10-01T00:00:00Z"), Instant.parse("2011-11-01T00:00:00Z")));
    protocol("testFrom").textProperty().set("2011-09-30");
    assertThat(form.experiments("shop")).isEmpty();
    assertThat(protocol("testFrom").errorProperty().get()).contains("later");
    protocol("testFrom").textProperty().set("soon");
    assertThat(form.experiments("shop")).isEmpty();
    assertThat(protocol("testFrom").errorProperty().get()).contains("'soon' is no date");
  }

  @Test
  void whatARunWasMadeWithComesBackIntoTheForm() {
    choose(ModelKind.SASREC);
    protocol("split").textProperty().set(SplitForm.Split.RANDOM.name());
    protocol("ratios").textProperty().set("6:2:2");
    protocol("kinds").textProperty().set("purchase,cart");
    protocol("minValue").textProperty().set("3.5");
    protocol("candidates").textProperty().set("100");
    protocol("k").textProperty().set("1, 7");
    Experiment made = form.experiments("shop").orElseThrow().getFirst();
    assertThat(made.split()).isEqualTo(new SplitSpec.Random(List.of(6, 2, 2), 1, true));
    assertThat(made.prepare().kinds()).isEqualTo(Set.of(EventKind.PURCHASE, EventKind.CART));
    assertThat(made.protocol().k()).containsExactly(1, 7);
    TrainForm other = new TrainForm(new Texts(Locale.ENGLISH));
    other.show(made);
    assertThat(other.experiments("shop").orElseThrow()).containsExactly(made);
  }

  @ParameterizedTest
  @EnumSource(TrainingPreset.class)
  void everyPresetIsLawfulForEveryModel(TrainingPreset preset) {
    choose(ModelKind.values());
    form.showModels(ModelForms.values(preset, new Texts(Locale.ENGLISH)));
    for (Experiment each : form.experiments("shop").orElseThrow()) {
      ModelKind kind = each.model().kind();
      assertThat(each.model()).isEqualTo(preset.params(kind));
      assertThat(each.training().epochs()).isEqualTo(preset.training(kind).epochs());
    }
    assertThat(form.forms().differences().isEmpty()).isEqualTo(preset == TrainingPreset.BALANCED);
  }

  private static DataWords data(boolean hides) {
    return new DataWords(
        List.of(EventKind.PURCHASE), false, true, 0.6, hides, "2011-10-01", "2011-11-01");
  }

  private void choose(ModelKind... kinds) {
    List<ModelKind> wanted = List.of(kinds);
    form.models().forEach(each -> each.chosenProperty().set(wanted.contains(each.kind())));
  }

  private ModelForm model(ModelKind kind) {
    return form.models().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  private FormField protocol(String name) {
    return form.protocol().all().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
