package io.aisle.testkit.large;

import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.DatasetVersion.State;
import io.aisle.domain.data.Making;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.Events;
import io.aisle.store.SnapshotBuilder;
import io.aisle.testkit.TestControl;
import io.aisle.testkit.large.KilledWork.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Kills processes with {@code kill -9} at random moments of their work on a workspace, and looks
 * after each whether the store opens and every complete version is what it was: its events are read
 * from the store and their check sum is compared with the one of its import.
 */
public final class KillTest {
  private static final int MOST_VERSIONS = 4;

  private final Path folder;
  private final SplittableRandom random;

  /** Check sums of the versions that must be there. */
  private final Map<Long, String> known = new TreeMap<>();

  private final Map<String, String> contents = new HashMap<>();
  private final Map<KilledWork, Duration> lasts = new EnumMap<>(KilledWork.class);
  private final Map<String, Integer> seen = new TreeMap<>();
  private int round;

  /**
   * @param folder empty; filled with a workspace
   * @param events of the version that is there, and of the file that is imported
   */
  public KillTest(Path folder, long seed, long events) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
    Path home = Path.of(System.getProperty("aisle.home"));
    LargeData.write(folder.resolve("base.csv"), events, seed, home);
    LargeData.write(folder.resolve("more.csv"), events, seed + 1, home);
    try (Place place = new Place(folder)) {
      place.service.importFiles(
          KilledWork.plan("base", folder.resolve("base.csv")), new TestControl());
      place.service.importFiles(
          KilledWork.plan("more", folder.resolve("more.csv")), new TestControl());
      place.service.versions().forEach(version -> note(place, version));
    }
  }

  private void note(Place place, DatasetVersion version) {
    known.put(version.id(), version.fingerprint());
    // the same work on the same data has the same result, whoever killed it before
    String kind = version.dataset() + " by " + place.service.origin(version.id()).making();
    String before = contents.putIfAbsent(kind, version.fingerprint());
    if (before != null && !before.equals(version.fingerprint())) {
      throw broken("version %d of %s has another content".formatted(version.id(), kind));
    }
  }

  private IllegalStateException broken(String what) {
    return new IllegalStateException("round %d: %s".formatted(round, what));
  }

  /** Starts work, kills it, and looks at what it left. */
  public void round() throws IOException, InterruptedException {
    KilledWork[] all = KilledWork.values();
    KilledWork work = all[round++ % all.length];
    int done = kill(work);
    count("kills during " + work.name().toLowerCase(Locale.ROOT));
    seen.merge("pieces of work that were done before the kill", done, Integer::sum);
    try (Place place = new Place(folder)) {
      check(place);
    }
    if (work == KilledWork.BACKUP) {
      checkBackup();
    }
  }

  /** How often the work was done before it was killed. */
  private int kill(KilledWork work) throws IOException, InterruptedException {
    Process child =
        Child.command("-Xmx512m", KilledWork.class.getName(), work.name(), folder.toString())
            .redirectError(folder.resolve("child.log").toFile())
            .start();
    int done = 0;
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      if (!"OPEN".equals(line)) {
        throw broken(work + " ended: " + Files.readString(folder.resolve("child.log")).strip());
      }
      long began = System.nanoTime();
      if (!lasts.containsKey(work)) { // how long it takes is seen once; then the second is killed
        done += "DONE".equals(out.readLine()) ? 1 : 0;
        lasts.put(work, Duration.ofNanos(System.nanoTime() - began));
      }
      Thread.sleep(lasts.get(work).multipliedBy(random.nextInt(1500)).dividedBy(1000));
      var unused = child.toHandle().destroyForcibly(); // leaves what was written to be read
      while (out.readLine() != null) {
        done++;
      }
    } finally {
      child.destroyForcibly();
    }
    if (child.waitFor() == 0) {
      throw broken(work + " ended before it was killed");
    }
    return done;
  }

  private void check(Place place) throws IOException {
    Map<Long, DatasetVersion> versions = new TreeMap<>();
    place.service.versions().forEach(version -> versions.put(version.id(), version));
    for (Map.Entry<Long, String> each : known.entrySet()) {
      DatasetVersion version = versions.get(each.getKey());
      if (version == null || version.state() != State.COMPLETE) {
        throw broken("version %d is lost".formatted(each.getKey()));
      }
      if (!version.fingerprint().equals(each.getValue())) {
        throw broken("version %d says it has another content".formatted(each.getKey()));
      }
    }
    for (DatasetVersion version : versions.values()) {
      switch (version.state()) {
        case COMPLETE -> intact(place, version);
        case INTERRUPTED -> goOn(place, version);
        case IMPORTING -> throw broken("version %d is being made".formatted(version.id()));
      }
    }
    if (known.size() > MOST_VERSIONS) {
      for (long id : List.copyOf(known.keySet())) {
        if (id != place.base()) {
          place.service.remove(id);
          known.remove(id);
        }
      }
    }
  }

  /** Every second interrupted import is finished, everything else that was cut off goes. */
  private void goOn(Place place, DatasetVersion version) throws IOException {
    count("versions that were cut off");
    boolean imported = place.service.origin(version.id()).making() == Making.IMPORT;
    if (imported && random.nextBoolean()) {
      var unused = place.service.resume(version.id(), new TestControl());
      intact(place, place.service.version(version.id()));
      count("imports that went on to their end");
    } else {
      place.service.remove(version.id());
    }
  }

  /** Reads all events from the store, and the snapshot. */
  private void intact(Place place, DatasetVersion version) throws IOException {
    Path again = folder.resolve("again.snapshot");
    SnapshotBuilder.Built built =
        new SnapshotBuilder(new Events(place.database))
            .build(version.id(), version.events(), again, CancelSignal.NEVER);
    Files.delete(again);
    if (!built.fingerprint().equals(version.fingerprint())) {
      throw broken("the events of version %d are not what they were".formatted(version.id()));
    }
    if (place.service.load(version.id(), new TestControl()).size() != version.events()) {
      throw broken("the snapshot of version %d has another size".formatted(version.id()));
    }
    note(place, version);
    count("versions that were read and compared");
  }

  /** The backup that is there is whole: a new one replaces it only when it was read back. */
  private void checkBackup() throws IOException {
    Path backup = folder.resolve("backup.zip");
    if (Files.exists(backup)) {
      Path restored = folder.resolve("restored");
      var unused = WorkspaceService.restore(backup, restored, new TestControl());
      Folders.delete(restored);
      count("backups that were restored");
    }
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  /** What was done and seen so far, how often. */
  public Map<String, Integer> seen() {
    return seen;
  }

  /**
   * @param arguments FOLDER [ROUNDS] [--seed N]
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
    Folders.delete(folder);
    Files.createDirectories(folder);
    long began = System.nanoTime();
    KillTest test = new KillTest(folder, seed, 60_000);
    for (int i = 0; i < rounds; i++) {
      test.round();
    }
    test.seen().forEach((what, times) -> System.out.printf(Locale.ROOT, "%5d %s%n", times, what));
    System.out.printf(
        Locale.ROOT, "%d kills, no harm, %.0f s%n", rounds, (System.nanoTime() - began) / 1e9);
    Folders.delete(folder);
  }
}
