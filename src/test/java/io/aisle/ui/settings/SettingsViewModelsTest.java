package io.aisle.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aisle.core.device.DeviceService;
import io.aisle.core.device.DevicesOp;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.LocalWorker;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.settings.SettingsFile;
import io.aisle.core.workspace.OpeningProblem;
import io.aisle.domain.settings.Session;
import io.aisle.domain.settings.Settings;
import io.aisle.store.Database;
import io.aisle.store.StoreBackup;
import io.aisle.testkit.DamagedStore;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.Texts;
import io.aisle.ui.settings.OccupiedViewModel.Ways;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** What the Settings screen says, and what its choices do. */
class SettingsViewModelsTest {
  @TempDir Path folder;
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);
  private final Background background =
      new Background(new CallerJobRunner(), Runnable::run, notices);
  private Preferences preferences;

  @BeforeAll
  static void toolkit() throws Exception {
    var unused = FxToolkit.registerPrimaryStage(); // the preferences are written a second later
  }

  @BeforeEach
  void settings() {
    preferences =
        new Preferences(
            new SettingsFile<>(folder.resolve("s.json"), Settings.class, Settings.DEFAULT),
            new SettingsFile<>(folder.resolve("w.json"), Session.class, Session.NONE));
  }

  private ComputingViewModel computing(String devices) {
    WorkerLauncher workers =
        needs ->
            new LocalWorker(
                Map.of(DevicesOp.NAME, (args, context) -> new ObjectMapper().readTree(devices)),
                needs);
    return new ComputingViewModel(
        preferences, new DeviceService(workers), background, texts, new Numbers(Locale.ENGLISH));
  }

  private static String devices(String more) {
    return """
    {"devices": [{"id": "cpu", "name": "Some CPU", "memoryMb": 2048, "auto": true}%s],
     "versions": {"pytorch": "2.7.1"}}
    """
        .formatted(more);
  }

  private Path pack(String version) throws IOException {
    Path lib = Files.createDirectories(folder.resolve("lib"));
    for (String name : new String[] {"torch", "torch_cpu", "torch_cuda", "c10", "c10_cuda"}) {
      Files.writeString(lib.resolve(System.mapLibraryName(name)), "elf");
    }
    Files.writeString(lib.resolve("build-version"), version);
    return lib;
  }

  @Test
  void aPackIsTakenOnlyWhenItFits() throws IOException {
    ComputingViewModel model = computing(devices(""));
    model.refresh();
    assertThat(model.packProperty().get().sentence()).contains("None chosen");
    model.choosePack(pack("2.0.0+cu128"));
    assertThat(model.packProperty().get().good()).isFalse();
    assertThat(model.packProperty().get().sentence()).contains("is PyTorch 2.0.0");
    assertThat(preferences.settingsProperty().get().gpuLibrary()).isEmpty();
    Path lib = pack("2.7.1+cu128");
    model.choosePack(lib);
    assertThat(model.packProperty().get().good()).isTrue();
    assertThat(preferences.settingsProperty().get().gpuLibrary()).isEqualTo(lib.toString());
    // no GPU was seen, and none is claimed
    assertThat(model.saidProperty().get()).contains("no GPU");
    Files.delete(lib.resolve("build-version"));
    model.refresh();
    assertThat(model.packProperty().get().good()).isFalse();
    model.forgetPack();
    assertThat(preferences.settingsProperty().get().gpuLibrary()).isEmpty();
  }

  @Test
  void whatTheWorkerSeesIsListed() {
    ComputingViewModel model =
        computing(
            devices(", {\"id\": \"cuda:0\", \"name\": \"G\", \"memoryMb\": 1, \"auto\": false}"));
    model.check();
    assertThat(model.devices()).extracting(row -> row.id()).containsExactly("cpu", "cuda:0");
    assertThat(model.devices().getFirst().memory()).isEqualTo("2.0 GB");
    assertThat(model.saidProperty().get()).contains("2.7.1", "sees a GPU");
  }

  @Test
  void aWorkerThatCannotLoadIsSaid() {
    ComputingViewModel model = computing("{}");
    model.check();
    assertThat(model.devices()).isEmpty();
    assertThat(model.saidProperty().get()).contains("could not load");
    assertThat(notices.newestProperty().get()).isNotNull();
  }

  @Test
  void coresStayWithinTheMachine() {
    ComputingViewModel model = computing(devices(""));
    model.cores(100_000);
    assertThat(preferences.settingsProperty().get().threads()).isEqualTo(model.machineCores());
    model.cores(0);
    assertThat(model.cores()).isZero();
  }

  /** What the page asked for. */
  private static final class Asked implements OccupiedViewModel.Door {
    private final List<String> calls = new ArrayList<>();

    @Override
    public void open(Path folder) {
      calls.add("open " + folder.getFileName());
    }

    @Override
    public void retry() {
      calls.add("retry");
    }

    @Override
    public void unlock(char[] passphrase) {
      calls.add("unlock " + new String(passphrase));
    }

    @Override
    public void leave() {
      calls.add("leave");
    }
  }

  @Test
  void thePassphraseThatIsTypedIsTriedAndForgotten() {
    Asked asked = new Asked();
    LockedViewModel page = new LockedViewModel(texts, background, notices, asked);
    page.show(folder, "This is not the passphrase of the workspace W; nothing was opened.");
    assertThat(page.errorProperty().get()).contains("not the passphrase");
    page.unlock(); // nothing was typed
    page.passphraseProperty().set("open sesame");
    page.unlock();
    assertThat(page.passphraseProperty().get()).isEmpty();
    assertThat(page.errorProperty().get()).isEmpty();
    assertThat(asked.calls).containsExactly("unlock open sesame");
  }

  private OccupiedViewModel page(Texts language, Asked asked) {
    Numbers numbers = new Numbers(language.locale());
    BackupWords backups =
        new BackupWords(
            language,
            numbers,
            new SizeWords(language, numbers),
            InstantSource.system(),
            ZoneOffset.UTC);
    return new OccupiedViewModel(
        background, notices, language, new RepairWords(language, backups), asked);
  }

  @Test
  void aDamagedStoreIsRepairedOnThePage() throws IOException {
    DamagedStore.write(folder);
    Path store = DamagedStore.file(folder);
    DamagedStore.spoil(store, "user-77-of-1");
    DamagedStore.zero(store, 0, 2);
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Asked asked = new Asked();
      OccupiedViewModel page = page(new Texts(locale), asked);
      page.show(new OpeningProblem(OpeningProblem.Kind.DAMAGED, "", "Damaged.", "X"), folder);
      page.repair();
      assertThat(page.busyProperty().get()).isFalse();
      assertThat(page.waysProperty().get()).isEqualTo(Ways.OPEN);
      if (locale.equals(Locale.ENGLISH)) {
        assertThat(page.titleProperty().get()).isEqualTo("The store was repaired");
        assertThat(page.sentenceProperty().get())
            .contains("2 of 3 data set versions are whole", "damaged-")
            .contains("shop, version 2 (users, items or texts of it are damaged)");
      } else {
        assertThat(page.titleProperty().get()).isEqualTo("存储完好"); // by then
      }
      page.retry();
      assertThat(asked.calls).containsExactly("retry");
    }
    Files.writeString(store, "rubbish");
    OccupiedViewModel page = page(texts, new Asked());
    page.show(new OpeningProblem(OpeningProblem.Kind.DAMAGED, "", "Damaged.", "X"), folder);
    page.repair();
    assertThat(page.waysProperty().get()).isEqualTo(Ways.REPAIR);
    assertThat(page.sentenceProperty().get()).contains("The store is as it was");
  }

  @Test
  void aCopyTakesThePlaceOfTheStore() throws IOException {
    Path store = Files.createDirectory(folder.resolve("store"));
    Database.open(store).close();
    try (Database database = Database.open(store)) {
      StoreBackup.write(database, store.resolve("before-schema-4.zip"));
    }
    Files.writeString(store.resolve("before-schema-3.zip"), "none");
    Files.writeString(store.resolve("aisle.mv.db"), "rubbish");
    Asked asked = new Asked();
    OccupiedViewModel page = page(texts, asked);
    page.show(new OpeningProblem(OpeningProblem.Kind.DAMAGED, "", "Damaged.", "X"), folder);
    List<OccupiedViewModel.Row> rows = page.standInsProperty().get();
    assertThat(rows).hasSize(2);
    for (OccupiedViewModel.Row row : rows) {
      boolean sound = row.standIn().file().endsWith("before-schema-4.zip");
      page.putBack(row);
      if (sound) {
        assertThat(page.waysProperty().get()).isEqualTo(Ways.OPEN);
        assertThat(page.sentenceProperty().get()).contains("damaged-");
        Database.open(store).close();
      } else {
        assertThat(page.errorProperty().get()).contains("take another one");
        assertThat(page.busyProperty().get()).isFalse();
      }
    }
  }

  @Test
  void thePageSaysWhoHoldsTheWorkspaceInBothLanguages() {
    OpeningProblem held =
        new OpeningProblem(OpeningProblem.Kind.HELD, "4711", "English sentence.", "X");
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      OccupiedViewModel page = page(new Texts(locale), new Asked());
      page.show(held, folder);
      assertThat(page.sentenceProperty().get()).contains("4711", folder.toString());
      assertThat(page.codeProperty().get()).isEmpty();
      assertThat(page.waysProperty().get()).isEqualTo(Ways.ELSEWHERE);
    }
  }

  @Test
  void thePageLeadsToAnotherWorkspaceOnlyWhenItCanBeOne() throws IOException {
    Asked asked = new Asked();
    OccupiedViewModel page = page(texts, asked);
    page.show(new OpeningProblem(OpeningProblem.Kind.DAMAGED, "", "It is damaged.", "X"), folder);
    assertThat(page.waysProperty().get()).isEqualTo(Ways.REPAIR);
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("letter.txt"), "mine");
    page.choose(full);
    assertThat(page.errorProperty().get()).contains("is not empty");
    assertThat(asked.calls).isEmpty();
    page.choose(folder.resolve("fresh"));
    assertThat(page.errorProperty().get()).isEmpty();
    assertThat(asked.calls).containsExactly("open fresh");
  }

  @Test
  void aBackupThatIsNoneLeavesThePageAsItWas() throws IOException {
    Asked asked = new Asked();
    OccupiedViewModel page = page(texts, asked);
    page.show(new OpeningProblem(OpeningProblem.Kind.DAMAGED, "", "It is damaged.", "X"), folder);
    page.restore(Files.writeString(folder.resolve("a.zip"), "x"), folder.resolve("fresh"));
    assertThat(page.busyProperty().get()).isFalse();
    assertThat(page.sentenceProperty().get()).isEqualTo("It is damaged.");
    assertThat(page.errorProperty().get()).contains("is no zip file");
    assertThat(asked.calls).isEmpty();
  }
}
