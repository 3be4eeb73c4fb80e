package io.aisle.ui.shell;

import io.aisle.core.job.Machine;
import io.aisle.core.job.WorkerHello;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The device that computes and the memory that is used. Both are asked for in the background, the
 * devices once the window has settled, since a worker is started for it. FX thread only.
 */
public final class StatusViewModel {
  private static final int LOOKS_PER_MEMORY = 20;
  private static final int LOOKS_BEFORE_DEVICES = 80;
  private static final double TIGHT = 0.85;

  private final Machine machine;
  private final Preferences preferences;
  private final Notices notices;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<Machine.Use> usage;
  private final Slot<List<Machine.Offered>> probe;
  private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper deviceDetail = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper memoryDetail = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper tight = new ReadOnlyBooleanWrapper();
  private List<Machine.Offered> offered = List.of();
  private List<WorkerHello> workers = List.of();
  private String asked;
  private int looks;

  public StatusViewModel(
      Machine machine,
      Background background,
      Preferences preferences,
      Notices notices,
      Texts texts,
      Numbers numbers) {
    this.machine = machine;
    this.preferences = preferences;
    this.notices = notices;
    this.texts = texts;
    this.numbers = numbers;
    this.usage = background.slot(texts.of("shell.job.memory"));
    this.probe = background.slot(texts.of("shell.job.devices"));
    say();
  }

  /** Called by the sampler. */
  public void look() {
    if (looks++ % LOOKS_PER_MEMORY == 0 && !usage.busyProperty().get()) {
      usage.read(control -> machine.use(), this::used);
    }
    String pack = preferences.settingsProperty().get().gpuLibrary();
    if (looks > LOOKS_BEFORE_DEVICES && !pack.equals(asked)) {
      asked = pack;
      probe.read(control -> machine.devices(), this::found);
    }
  }

  private void found(List<Machine.Offered> devices) {
    offered = devices;
    say();
    if (!asked.isEmpty() && gpu() == null) {
      notices.error(texts.of("shell.gpu.missing", asked), "");
    }
  }

  private void used(Machine.Use use) {
    workers = use.workers();
    memory.set(
        texts.of(
            "shell.memory", numbers.megabytes(use.usedMb()), numbers.megabytes(use.machineMb())));
    memoryDetail.set(
        texts.of("shell.memory.tip", numbers.megabytes(use.usedMb()), use.workers().size()));
    tight.set(use.usedMb() > TIGHT * use.machineMb());
    say();
  }

  private void say() {
    int threads = preferences.settingsProperty().get().threads();
    int granted = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    Machine.Offered gpu = gpu();
    if (gpu != null) {
      device.set(gpu.name());
      deviceDetail.set(texts.of("shell.device.gpu.tip", gpu.id()) + said());
      return;
    }
    String cpu = texts.of("shell.device", granted);
    if (offered.isEmpty()) {
      device.set(cpu);
      deviceDetail.set(texts.of("shell.device.unknown.tip") + said());
      return;
    }
    boolean pack = asked != null && !asked.isEmpty();
    device.set(pack ? texts.of("shell.device.nopack", cpu) : texts.of("shell.device.nogpu", cpu));
    deviceDetail.set(
        offered.getFirst().name()
            + "\n"
            + (pack ? texts.of("shell.gpu.missing", asked) : texts.of("shell.device.nogpu.tip"))
            + said());
  }

  /** The GPU that is taken when none is asked for; null when there is none. */
  private Machine.Offered gpu() {
    return offered.stream()
        .filter(each -> each.auto() && !each.id().equals("cpu"))
        .findFirst()
        .orElse(null);
  }

  private String said() {
    return workers.stream()
        .map(
            hello ->
                "\n"
                    + texts.of(
                        "shell.worker",
                        Long.toString(hello.pid()),
                        hello.device(),
                        hello.threads(),
                        hello.versions().getOrDefault("java", "")))
        .collect(Collectors.joining());
  }

  public ReadOnlyStringProperty deviceProperty() {
    return device.getReadOnlyProperty();
  }

  /** Why it is this device, and the workers that are alive. */
  public ReadOnlyStringProperty deviceDetailProperty() {
    return deviceDetail.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty memoryProperty() {
    return memory.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty memoryDetailProperty() {
    return memoryDetail.getReadOnlyProperty();
  }

  /** Whether the memory of the machine is nearly used up. */
  public ReadOnlyBooleanProperty tightProperty() {
    return tight.getReadOnlyProperty();
  }
}
