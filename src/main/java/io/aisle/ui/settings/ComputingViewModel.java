package io.aisle.ui.settings;

import io.aisle.core.device.DeviceList;
import io.aisle.core.device.DeviceService;
import io.aisle.core.device.GpuPack;
import io.aisle.core.job.JobNeeds;
import io.aisle.domain.InputException;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Cores, the GPU pack and the devices that a worker sees. FX thread only. */
public final class ComputingViewModel implements Refreshable {
  private final Preferences preferences;
  private final DeviceService service;
  private final Background background;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<Looked> look;
  private final ReadOnlyObjectWrapper<Pack> pack = new ReadOnlyObjectWrapper<>(Pack.NONE);
  private final ObservableList<DeviceRow> devices = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();

  /** What was found in a folder: a pack, or why it is none. */
  private record Looked(Optional<GpuPack> pack, String refusal) {}

  /**
   * What is said of the GPU pack.
   *
   * @param folder empty: none was chosen
   * @param good whether workers can be given it
   */
  public record Pack(String folder, String sentence, boolean good) {
    static final Pack NONE = new Pack("", "", true);
  }

  /**
   * A device as it is shown.
   *
   * @param auto whether trainings take it unless they say otherwise
   */
  public record DeviceRow(String id, String name, String memory, boolean auto) {}

  public ComputingViewModel(
      Preferences preferences,
      DeviceService service,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.preferences = preferences;
    this.service = service;
    this.background = background;
    this.texts = texts;
    this.numbers = numbers;
    this.look = background.slot(texts.of("settings.gpu.job"));
  }

  /** Looks at the chosen pack again: its folder may have changed. */
  @Override
  public void refresh() {
    String folder = preferences.settingsProperty().get().gpuLibrary();
    if (folder.isBlank()) {
      look.clear();
      pack.set(new Pack("", texts.of("settings.gpu.none"), true));
      return;
    }
    look.read(control -> looked(Path.of(folder)), looked -> pack.set(shown(folder, looked)));
  }

  /** Takes a folder when there is a library in it that workers can load. */
  public void choosePack(Path folder) {
    look.read(
        control -> looked(folder),
        looked -> {
          if (looked.pack().isPresent()) {
            String libraries = looked.pack().get().libraries().toString();
            preferences.change(settings -> settings.withGpuLibrary(libraries));
            pack.set(shown(libraries, looked));
            check();
          } else {
            Pack before = pack.get();
            String still = before.folder().isEmpty() ? "" : before.folder();
            pack.set(new Pack(still, texts.sentence(looked.refusal()), false));
          }
        });
  }

  private static Looked looked(Path folder) {
    try {
      return new Looked(Optional.of(GpuPack.of(folder)), "");
    } catch (InputException e) {
      return new Looked(Optional.empty(), e.getMessage());
    }
  }

  private Pack shown(String folder, Looked looked) {
    return looked
        .pack()
        .map(
            found ->
                new Pack(
                    folder, texts.of("settings.gpu.good", found.version(), found.flavour()), true))
        .orElseGet(() -> new Pack(folder, texts.sentence(looked.refusal()), false));
  }

  /** Workers take the library that comes with the program again. */
  public void forgetPack() {
    preferences.change(settings -> settings.withGpuLibrary(""));
    devices.clear();
    said.set("");
    refresh();
  }

  /** Starts a worker and asks it what it can compute on. */
  public void check() {
    checking.set(true);
    var unused =
        background.start(
            texts.of("settings.devices.job"),
            JobNeeds.LIGHT,
            service::check,
            outcome -> {
              checking.set(false);
              if (outcome instanceof JobOutcome.Done<DeviceList> done) {
                show(done.value());
              } else {
                devices.clear();
                said.set(texts.of("settings.devices.failed"));
              }
            });
  }

  private void show(DeviceList list) {
    devices.setAll(
        list.devices().stream()
            .map(
                line ->
                    new DeviceRow(
                        line.id(), line.name(), numbers.megabytes(line.memoryMb()), line.auto()))
            .toList());
    String torch = list.versions().getOrDefault("pytorch", "");
    said.set(texts.of(list.hasGpu() ? "settings.devices.gpu" : "settings.devices.cpu", torch));
  }

  /** Cores for new trainings; 0: all. */
  public int cores() {
    return preferences.settingsProperty().get().threads();
  }

  public void cores(int chosen) {
    preferences.change(settings -> settings.withThreads(Math.clamp(chosen, 0, machineCores())));
  }

  /** The PyTorch that a GPU pack must be. */
  public String wantedVersion() {
    return GpuPack.bridgeVersion();
  }

  public int machineCores() {
    return Runtime.getRuntime().availableProcessors();
  }

  public ReadOnlyObjectProperty<Pack> packProperty() {
    return pack.getReadOnlyProperty();
  }

  public ObservableList<DeviceRow> devices() {
    return devices;
  }

  /** What the worker's list means; empty before the first. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty checkingProperty() {
    return checking.getReadOnlyProperty();
  }
}
