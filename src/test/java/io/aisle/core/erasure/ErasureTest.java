package io.aisle.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingReader;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.report.pin.Pinboard;
import io.aisle.core.settings.SettingsFile;
import io.aisle.core.training.ExperimentReader;
import io.aisle.core.training.IfExists;
import io.aisle.core.training.RunData;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunPreparer;
import io.aisle.core.training.TrainingService;
import io.aisle.core.workspace.BackupSchedule;
import io.aisle.core.workspace.BackupShelf;
import io.aisle.core.workspace.KnownBackup;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.settings.BackupRule;
import io.aisle.domain.settings.BackupRule.Rhythm;
import io.aisle.domain.settings.KeptQueries;
import io.aisle.domain.settings.Scenarios;
import io.aisle.domain.settings.Session;
import io.aisle.store.Database;
import io.aisle.store.Erasures;
import io.aisle.testkit.Beside;
import io.aisle.testkit.ByteHunt;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.TestClock;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user who is everywhere in a workspace, and then nowhere. */
@Beside
class ErasureTest {
  private static final String ID = "9f86d081884c7d659a2feaa0c55ad015";
  private static final int USERS = 40;

  @TempDir Path folder;
  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));
  private WorkspaceLayout layout;
  private Database database;
  private DatasetService datasets;
  private ErasureService erasures;

  @BeforeEach
  void open() throws IOException {
    layout = new WorkspaceLayout(folder.resolve("workspace"));
    Files.createDirectories(layout.runs());
    Files.createDirectories(layout.logs());
    start();
  }

  private void start() {
    database = Database.open(layout.store());
    datasets = new DatasetService(database, layout.snapshots(), layout.pseudonymKey());
    erasures = new ErasureService(database, datasets, layout, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  private String user(int u) {
    return u == 7 ? ID : "%032x".formatted(0xabcdef0123456789L * (u + 1));
  }

  private Path file(int users) throws IOException {
    List<String> lines = new ArrayList<>(List.of("user,item,time,price,note"));
    for (int u = 0; u < users; u++) {
      for (int i = 0; i < 12; i++) {
        lines.add("%s,i%d,%d,1.5,".formatted(user(u), (u + i * i) % 20, 1600000000 + 60 * i + u));
      }
    }
    lines.add(ID + ",i1,never,1,");
    lines.add(ID + ",i1");
    return Files.write(folder.resolve("events.csv"), lines);
  }

  private DatasetVersion imported(String mapping) throws IOException {
    Path yaml = Files.writeString(folder.resolve("mapping.yaml"), mapping);
    Files.writeString(
        folder.resolve("users.csv"), "id,town\n" + ID + ",Rome\n" + user(3) + ",Oslo\n");
    var unused =
        datasets.importFiles(
            ImportPlan.of("shop", List.of(file(USERS)), MappingReader.readFile(yaml)),
            new TestControl());
    return datasets.require("shop");
  }

  private RunFolder trained() throws IOException {
    Path yaml =
        Files.writeString(
            folder.resolve("run.yaml"),
            """
            name: knn
            dataset: shop
            split: {kind: leave-last-out}
            model: {kind: item-knn, neighbours: 5}
            training: {threads: 1}
            """);
    TrainingService training =
        new TrainingService(
            RunPreparer.withWorkspace(datasets),
            new CallerJobRunner(),
            LocalRuns.workers(),
            layout.runs());
    return training
        .start(ExperimentReader.read(yaml), layout.runs().resolve("knn"), IfExists.REFUSE)
        .folder();
  }

  /** Files in which the window and the program keep texts. */
  private void writeTexts() throws IOException {
    save(
        "queries.json",
        KeptQueries.class,
        KeptQueries.NONE
            .ran("select * from events where user_id = '" + ID + "'")
            .with("his", "select '" + ID + "'"));
    save(
        "scenarios.json",
        Scenarios.class,
        new Scenarios(
            List.of(
                new Scenarios.Scenario("his", ID, List.of()),
                new Scenarios.Scenario("other", user(3), List.of(Map.of("item", "i1"))))));
    save("session.json", Session.class, Session.NONE.withUser(ID));
    Files.writeString(layout.logs().resolve("aisle.log"), "explained " + ID + ".\nnext\n");
    new Pinboard(layout.pins(), Clock.systemUTC()).add(pin("a1", "History of " + ID));
    Files.createDirectories(layout.spool());
    Files.writeString(layout.spool().resolve("rows1.tmp"), "x" + ID);
    Files.createDirectories(layout.folder().resolve("backups"));
    Path zip = folder.resolve("backup.zip");
    var unused = workspace().backup(zip, new TestControl());
    Files.move(zip, layout.folder().resolve("backups").resolve("backup.zip"));
    Files.copy(layout.storeFile(), layout.store().resolve("damaged-20261123-130501.mv.db"));
  }

  private WorkspaceService workspace() {
    return new WorkspaceService(layout, database, null, run -> false, "1", clock);
  }

  private BackupSchedule schedule() {
    return new BackupSchedule(
        workspace(), () -> new BackupRule(Rhythm.DAILY, "", 3), clock, ZoneOffset.UTC);
  }

  private static Pin pin(String id, String title) {
    return new Pin(
        id, 1, Instant.EPOCH, title, "", "", "", List.of(), List.of(), List.of(), List.of(), "");
  }

  private <T> void save(String name, Class<T> type, T value) {
    new SettingsFile<>(layout.folder().resolve(name), type, value).save(value);
  }

  @Test
  void nothingOfTheUserIsLeftInAnyByte() throws IOException {
    DatasetVersion first =
        imported(
            "columns: {user: user, item: item, time: time}\nusers: {file: users.csv, id: id}\n");
    RunFolder run = trained();
    DatasetVersion second =
        imported("columns: {user: user, item: item, time: time}\nprivacy: {user: hash}\n");
    String pseudonym = datasets.names(ID).all().getLast();
    writeTexts();
    restart();
    assertThat(ByteHunt.in(layout.folder(), ID))
        .contains(
            "store/aisle.mv.db",
            "store/damaged-20261123-130501.mv.db",
            "snapshots/%d.snapshot".formatted(first.id()),
            "runs/knn/data/train.tsv.gz!",
            "runs/knn/data/users.tsv",
            "runs/knn/topk.tsv",
            "runs/knn/per-user.tsv",
            "queries.json",
            "scenarios.json",
            "session.json",
            "logs/aisle.log",
            "spool/rows1.tmp",
            "backups/backup.zip!/store/aisle.mv.db");
    assertThat(ByteHunt.in(layout.folder(), pseudonym))
        .contains("store/aisle.mv.db", "snapshots/%d.snapshot".formatted(second.id()));
    EventTable before = datasets.load(first.id(), new TestControl());

    ErasurePlan plan = erasures.plan(ID, Optional.empty(), new TestControl());
    assertThat(plan.versions()).hasSize(2);
    assertThat(plan.events()).isEqualTo(24);
    assertThat(plan.learned()).extracting(UserTrace::name).containsExactly("knn");
    ErasureReport report = erasures.erase(plan, ProgressListener.NONE);

    assertThat(report.events()).isEqualTo(24);
    assertThat(report.learned()).containsExactly("knn");
    assertThat(report.again()).containsExactly(run.path().resolve("again.yaml"));
    assertThat(report.left()).isEmpty();
    othersAreAsTheyWere(first, before);
    theRunSaysSoAndCanBeRead(run);
    assertThat(datasets.rows().refusals(first.id(), null, 1, 10))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.rawLine()).isEqualTo("[erased]"));
    assertThat(Files.readString(layout.folder().resolve("scenarios.json"))).contains("other");
    restart();
    close();
    database = null;
    assertThat(ByteHunt.in(layout.folder(), ID)).isEmpty();
    assertThat(ByteHunt.in(layout.folder(), pseudonym)).isEmpty();
  }

  private void restart() {
    database.close();
    start();
  }

  private void othersAreAsTheyWere(DatasetVersion first, EventTable before) {
    DatasetVersion now = datasets.require("shop");
    assertThat(now.version()).isEqualTo(2);
    DatasetVersion same =
        datasets.versions().stream().filter(v -> v.id() == first.id()).findFirst().orElseThrow();
    assertThat(same.events()).isEqualTo(first.events() - 12);
    assertThat(same.users()).isEqualTo(USERS - 1);
    assertThat(same.fingerprint()).isNotEqualTo(first.fingerprint());
    assertThat(new Erasures(database).fingerprints(first.id()))
        .containsExactly(first.fingerprint());
    EventTable after = datasets.load(first.id(), new TestControl());
    List<String> expected = new ArrayList<>();
    for (int e = 0; e < before.size(); e++) {
      if (!before.catalogue().users().get(before.user()[e]).equals(ID)) {
        expected.add(event(before, e));
      }
    }
    List<String> found = new ArrayList<>();
    for (int e = 0; e < after.size(); e++) {
      found.add(event(after, e));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(datasets.attributes(first.id()).users()).containsOnlyKeys(user(3));
    assertThat(datasets.rows().events(first.id(), 80, 20)).hasSize(20);
  }

  private static String event(EventTable table, int e) {
    return "%s %s %d"
        .formatted(
            table.catalogue().users().get(table.user()[e]),
            table.catalogue().items().get(table.item()[e]),
            table.millis()[e]);
  }

  private static void theRunSaysSoAndCanBeRead(RunFolder run) {
    assertThat(run.record().warnings()).anyMatch(each -> each.contains("A user was erased on"));
    RunData data = run.loadData();
    assertThat(data.catalogue().users()).hasSize(USERS).anyMatch(u -> u.startsWith("erased-1-"));
    assertThat(run.perUser().users()).hasSize(USERS - 1);
    assertThat(run.top()).noneMatch(row -> row.user().equals(ID));
    assertThat(ExperimentReader.read(run.path().resolve("again.yaml")).experiment().name())
        .isEqualTo("knn");
  }

  @Test
  void backupsOutsideAreDeletedOrNamed() throws IOException {
    var unused = imported("columns: {user: user, item: item, time: time}\n");
    Path scheduled = schedule().run(new TestControl()).place();
    Path mine = folder.resolve("mine.zip");
    Path off = folder.resolve("stick/off.zip");
    Path found = scheduled.resolveSibling("aisle-workspace-20250101T000000Z.zip");
    List.of(mine, off).forEach(file -> workspace().backup(file, new TestControl()));
    Files.copy(mine, found);
    // of another workspace, whose list came along with a copy of it
    Path foreign = Files.copy(scheduled, folder.resolve("aisle-other-20250101T000000Z.zip"));
    Path list = layout.folder().resolve("backups.json");
    JsonNode all = new ObjectMapper().readTree(Files.readString(list));
    ObjectNode entry = all.get("backups").get(0).deepCopy();
    ((ArrayNode) all.get("backups"))
        .add(entry.put("file", foreign.toString()).put("scheduled", true));
    Files.writeString(list, all.toString());
    Path unplugged = Files.move(off.getParent(), folder.resolve("unplugged"));
    assertThat(ByteHunt.in(scheduled.getParent(), ID)).hasSize(2);
    assertThat(schedule().isDue()).isFalse();

    ErasurePlan plan = erasures.plan(ID, Optional.empty(), new TestControl());
    assertThat(plan.removed()).containsExactly(scheduled);
    assertThat(plan.elsewhere()).containsExactlyInAnyOrder(mine, found, off, foreign);
    ErasureReport report = erasures.erase(plan, ProgressListener.NONE);
    assertThat(scheduled).doesNotExist();
    assertThat(foreign).exists();
    assertThat(report.elsewhere()).containsExactlyInAnyOrder(mine, found, off, foreign);
    assertThat(report.left()).isEmpty();

    // the next one comes at once, and has nothing of the user
    assertThat(schedule().isDue()).isTrue();
    Path fresh = schedule().run(new TestControl()).place();
    Files.delete(found);
    assertThat(ByteHunt.in(fresh.getParent(), ID)).isEmpty();
    Files.move(unplugged, off.getParent());
    assertThat(new BackupShelf(layout).backups())
        .filteredOn(KnownBackup::outdated)
        .extracting(KnownBackup::file)
        .containsExactlyInAnyOrder(mine, off, foreign);
    assertThat(erasures.plan(user(3), Optional.empty(), new TestControl()).elsewhere())
        .containsExactlyInAnyOrder(mine, off, foreign);
  }

  @Test
  void whatWasCutOffIsGoneOnWith() throws IOException {
    DatasetVersion first = imported("columns: {user: user, item: item, time: time}\n");
    ErasurePlan plan = erasures.plan(ID, Optional.empty(), new TestControl());
    erasures.begin(plan);
    long number = new Erasures(database).unfinished().orElseThrow().id();
    assertThat(datasets.eraseUser(first.id(), plan.names(), number, new TestControl())).isTrue();
    restart();
    assertThat(erasures.goOn(ProgressListener.NONE).orElseThrow().events()).isEqualTo(12);
    assertThat(datasets.require("shop").users()).isEqualTo(USERS - 1);
    assertThat(erasures.goOn(ProgressListener.NONE)).isEmpty();
    close();
    database = null;
    assertThat(ByteHunt.in(layout.folder(), ID)).isEmpty();
  }

  @Test
  void tablesThatWereHalfWrittenAreWrittenAgain() throws IOException {
    DatasetVersion first = imported("columns: {user: user, item: item, time: time}\n");
    ErasurePlan plan = erasures.plan(ID, Optional.empty(), new TestControl());
    erasures.begin(plan);
    long number = new Erasures(database).unfinished().orElseThrow().id();
    assertThatThrownBy(() -> datasets.eraseUser(first.id(), plan.names(), number, () -> true))
        .isInstanceOf(CancelledException.class);
    assertThat(datasets.load(first.id(), new TestControl()).size()).isEqualTo(USERS * 12);
    restart();
    assertThat(erasures.goOn(ProgressListener.NONE).orElseThrow().events()).isEqualTo(12);
    assertThat(datasets.load(first.id(), new TestControl()).size()).isEqualTo((USERS - 1) * 12);
  }

  @Test
  void anUnknownUserIsInNothing() throws IOException {
    DatasetVersion version = imported("columns: {user: user, item: item, time: time}\n");
    ErasurePlan plan = erasures.plan("nobody", Optional.of("shop"), new TestControl());
    assertThat(plan.empty()).isTrue();
    assertThat(erasures.erase(plan, ProgressListener.NONE).events()).isZero();
    assertThat(datasets.require("shop").fingerprint()).isEqualTo(version.fingerprint());
  }
}
