package io.aisle.ui.training;

import io.aisle.domain.model.ModelKind;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.OneOf;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.RunPicker;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import io.aisle.ui.form.FormField;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** The Train screen: data, models and queue on the left, parameters and runs beside them. */
public final class TrainController {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final TrainViewModel model;
  private final LiveViewModel trainings;
  private final Navigator navigator;
  private final Consumer<ModelKind> help;
  private final Texts texts;
  private final Numbers numbers;

  private final ToggleGroup policies = new ToggleGroup();
  private final ToggleGroup views = new ToggleGroup();

  @FXML private HBox screen;
  @FXML private ComboBox<DatasetChoice> dataset;
  @FXML private Label datasetFacts;
  @FXML private RadioButton hide;
  @FXML private RadioButton allow;
  @FXML private Label repeats;
  @FXML private FlowPane models;
  @FXML private Button modelChoice;
  @FXML private TextField seeds;
  @FXML private Label seedsHint;
  @FXML private ComboBox<PresetsViewModel.Preset> preset;
  @FXML private Button savePreset;
  @FXML private Button removePreset;
  @FXML private HBox presetNaming;
  @FXML private TextField presetName;
  @FXML private Label presetEffect;
  @FXML private VBox planBox;
  @FXML private ProgressIndicator planBusy;
  @FXML private Hyperlink estimate;
  @FXML private VBox planLines;
  @FXML private Label planTotal;
  @FXML private Label planData;
  @FXML private Label planProblem;
  @FXML private Label error;
  @FXML private ToggleButton showLive;
  @FXML private ToggleButton showRuns;
  @FXML private Pane stack;
  @FXML private Pane rerankPage;
  @FXML private Pane combinePage;
  @FXML private Pane modelPage;
  @FXML private Pane liveView;
  @FXML private Pane runsView;
  @FXML private ToggleButton showSearch;
  @FXML private Pane searchView;
  @FXML private Pane parametersView;
  @FXML private CheckBox baselines;

  /**
   * @param help opens the page of a model
   */
  public TrainController(
      TrainViewModel model,
      LiveViewModel trainings,
      Navigator navigator,
      Consumer<ModelKind> help,
      Texts texts,
      Numbers numbers) {
    this.model = model;
    this.trainings = trainings;
    this.navigator = navigator;
    this.help = help;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    screen.addEventFilter(KeyEvent.KEY_PRESSED, this::undoOrRedo);
    chooseData();
    chooseModels();
    choosePolicy();
    seeds.textProperty().bindBidirectional(model.form().seedsProperty());
    model.form().seedsErrorProperty().subscribe(this::tellSeeds);
    choosePreset();
    plan();
    complain(error, model.errorProperty());
    chooseView();
    stack
        .visibleProperty()
        .bind(
            rerankPage
                .visibleProperty()
                .or(combinePage.visibleProperty())
                .or(modelPage.visibleProperty())
                .not());
  }

  private void undoOrRedo(KeyEvent event) {
    if (UNDO.match(event)) {
      model.form().undo();
      event.consume();
    } else if (REDO.match(event)) {
      model.form().redo();
      event.consume();
    }
  }

  private void chooseData() {
    dataset.setItems(model.datasets());
    dataset.setConverter(
        new Words<>(
            each ->
                texts.of(
                    "train.data.version", each.version().dataset(), each.version().version())));
    dataset.setCellFactory(list -> new DatasetCell(texts));
    dataset.valueProperty().bindBidirectional(model.datasetProperty());
    model.datasetProperty().subscribe(each -> datasetFacts.setText(facts(each)));
    model.listedProperty().subscribe(() -> datasetFacts.setText(facts(dataset.getValue())));
    dataset
        .promptTextProperty()
        .bind(
            model
                .listedProperty()
                .map(listed -> texts.of(listed ? "train.data.none" : "train.data.reading")));
  }

  private String facts(DatasetChoice choice) {
    if (choice != null) {
      return texts.of(
          "train.data.facts",
          choice.version().events(),
          choice.version().users(),
          choice.version().items());
    }
    return model.listedProperty().get() ? texts.of("train.error.data") : "";
  }

  private void chooseModels() {
    List<ModelForm> all = model.form().models();
    ChosenModels.keep(all, models, texts);
    new ModelPicker(all, form -> help.accept(form.kind()), texts, numbers).openBy(modelChoice);
    baselines.selectedProperty().bindBidirectional(model.baselinesProperty());
    Shown.when(baselines, model.neuralProperty());
    modelChoice.setText(texts.of("models.choose", all.size()));
    modelChoice.setGraphic(RunPicker.arrow());
    modelChoice.setContentDisplay(ContentDisplay.RIGHT);
  }

  private void choosePolicy() {
    policies.getToggles().setAll(hide, allow);
    hide.setUserData(ProtocolForm.Policy.HIDE.name());
    allow.setUserData(ProtocolForm.Policy.ALLOW.name());
    FormField policy = model.form().protocol().policy();
    policy
        .textProperty()
        .subscribe(text -> policies.selectToggle(text.equals(hide.getUserData()) ? hide : allow));
    policies
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now != null) {
                policy.textProperty().set((String) now.getUserData());
              }
            });
    repeats.textProperty().bind(model.repeatsProperty());
    repeats.managedProperty().bind(model.repeatsProperty().isNotEmpty());
  }

  private void tellSeeds(String wrong) {
    seedsHint.setText(wrong.isEmpty() ? texts.of("train.seeds.hint") : wrong);
    seedsHint.pseudoClassStateChanged(FAILED, !wrong.isEmpty());
  }

  private void choosePreset() {
    PresetsViewModel presets = model.presets();
    preset.setItems(presets.all());
    preset.setConverter(new Words<>(PresetsViewModel.Preset::name));
    preset.setCellFactory(list -> new PresetCell());
    presets
        .currentProperty()
        .subscribe(
            now -> {
              preset.setValue(now);
              removePreset.setDisable(now == null || !now.own());
            });
    preset
        .valueProperty()
        .subscribe(
            (before, now) -> {
              if (now != null && !now.equals(presets.currentProperty().get())) {
                presets.apply(now);
              }
            });
    presetEffect.textProperty().bind(presets.effectProperty());
    Shown.when(presetEffect, presets.effectProperty().isNotEmpty());
    presetNaming.setVisible(false);
    presetNaming.managedProperty().bind(presetNaming.visibleProperty());
    savePreset.disableProperty().bind(presetNaming.visibleProperty());
  }

  @FXML
  private void namePreset() {
    presetNaming.setVisible(true);
    presetName.requestFocus();
  }

  @FXML
  private void savePreset() {
    model.presets().save(presetName.getText());
    presetName.clear();
    presetNaming.setVisible(false);
    preset.requestFocus();
  }

  @FXML
  private void removePreset() {
    if (preset.getValue() != null && preset.getValue().own()) {
      model.presets().remove(preset.getValue());
    }
  }

  private void plan() {
    PlanViewModel plan = model.plan();
    PlanNodes nodes = new PlanNodes(texts, numbers);
    nodes.keep(planLines, plan.lines());
    planTotal.textProperty().bind(plan.totalProperty());
    planTotal.managedProperty().bind(plan.totalProperty().isNotEmpty());
    planData.textProperty().bind(plan.dataProperty());
    planData.managedProperty().bind(plan.dataProperty().isNotEmpty());
    complain(planProblem, plan.problemProperty());
    planBusy.visibleProperty().bind(plan.lookingProperty().or(plan.measuringProperty()));
    estimate
        .textProperty()
        .bind(
            plan.measuringProperty()
                .map(measuring -> texts.of(measuring ? "plan.estimate.stop" : "plan.estimate")));
    Shown.when(planBox, model.datasetProperty().isNotNull());
  }

  @FXML
  private void estimate() {
    estimate.setVisited(false);
    model.plan().estimate();
  }

  private void chooseView() {
    views.getToggles().setAll(showLive, showSearch, showRuns);
    liveView.visibleProperty().bind(showLive.selectedProperty());
    runsView.visibleProperty().bind(showRuns.selectedProperty());
    searchView.visibleProperty().bind(showSearch.selectedProperty());
    // a search has ranges in place of parameters
    Shown.when(parametersView, showSearch.selectedProperty().not());
    OneOf.keep(views);
    showRuns.setSelected(true);
    trainings
        .goingProperty()
        .subscribe(
            (before, now) -> {
              if (now.intValue() > before.intValue()) {
                showLive.setSelected(true);
              }
            });
    trainings
        .goingProperty()
        .subscribe(
            now ->
                showLive.setText(
                    now.intValue() == 0
                        ? texts.of("train.view.live")
                        : texts.of("train.view.live.count", now)));
  }

  private static void complain(Label label, ObservableStringValue text) {
    label.textProperty().bind(text);
    Shown.when(label, label.textProperty().isNotEmpty());
  }

  @FXML
  private void start() {
    if (dataset.getValue() == null && model.datasets().isEmpty()) {
      navigator.go(new Place.OfScreen(Screen.DATA));
      return;
    }
    model.start();
  }
}
