package io.aisle.ui.settings;

import io.aisle.ui.common.Badge;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.Texts;
import io.aisle.ui.settings.ComputingViewModel.DeviceRow;
import io.aisle.ui.settings.ComputingViewModel.Pack;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The section of cores, GPU pack and devices. */
public final class ComputingController {
  private final ComputingViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;

  @FXML private Spinner<Integer> cores;
  @FXML private Label coresHelp;
  @FXML private Label gpuHelp;
  @FXML private TextField folder;
  @FXML private Label state;
  @FXML private Button forget;
  @FXML private ProgressIndicator checking;
  @FXML private Button check;
  @FXML private VBox devices;
  @FXML private Label devicesSaid;

  public ComputingController(ComputingViewModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    coresHelp.setText(texts.of("settings.cores.help", model.machineCores()));
    gpuHelp.setText(texts.of("settings.gpu.help", model.wantedVersion()));
    var values =
        new SpinnerValueFactory.IntegerSpinnerValueFactory(0, model.machineCores(), model.cores());
    values.setConverter(new CoreWords());
    cores.setValueFactory(values);
    cores
        .valueProperty()
        .subscribe(
            (before, now) -> {
              if (now != null) {
                model.cores(now);
              }
            });
    cores.focusedProperty().subscribe((before, now) -> typed(now));
    model.packProperty().subscribe(this::show);
    checking.visibleProperty().bind(model.checkingProperty());
    check.disableProperty().bind(model.checkingProperty());
    MappedList.keep(devices.getChildren(), model.devices(), this::row);
    devicesSaid.textProperty().bind(model.saidProperty());
  }

  /** What was typed counts when the field is left. */
  private void typed(boolean focused) {
    if (!focused) {
      cores.commitValue();
    }
  }

  private void show(Pack pack) {
    folder.setText(pack.folder());
    boolean chosen = !pack.folder().isEmpty();
    folder.setVisible(chosen);
    folder.setManaged(chosen);
    forget.setDisable(!chosen);
    state.setText(pack.sentence());
    state.getStyleClass().removeAll("field-error", "muted");
    state.getStyleClass().add(pack.good() ? "muted" : "field-error");
  }

  private Node row(DeviceRow device) {
    Label id = new Label(device.id());
    id.getStyleClass().add("device-id");
    Label name = new Label(device.name());
    name.getStyleClass().add("data-text");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label memory = new Label(device.memory());
    memory.getStyleClass().add("muted");
    HBox row = new HBox(id, name, memory);
    if (device.auto()) {
      row.getChildren().add(new Badge(texts.of("settings.devices.auto"), Badge.Tone.ACCENT));
    }
    row.getStyleClass().add("device-row");
    return row;
  }

  /** 0 is said as "all"; anything that is no number leaves the value as it was. */
  private final class CoreWords extends StringConverter<Integer> {
    @Override
    public String toString(Integer value) {
      return value == null || value == 0 ? texts.of("settings.cores.all") : value.toString();
    }

    @Override
    public Integer fromString(String typed) {
      String digits = typed.strip();
      if (digits.matches("\\d{1,4}")) {
        return Math.min(Integer.parseInt(digits), model.machineCores());
      }
      return digits.equalsIgnoreCase(texts.of("settings.cores.all")) ? 0 : cores.getValue();
    }
  }

  @FXML
  private void choose() {
    dialogs.folder(texts.of("settings.gpu.choose.title")).ifPresent(model::choosePack);
  }

  @FXML
  private void forget() {
    model.forgetPack();
  }

  @FXML
  private void check() {
    model.check();
  }
}
