package io.aisle.core.report.pin;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.aisle.core.training.AtomicFile;
import io.aisle.core.training.Disk;
import io.aisle.core.training.RunJson;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kept views of a workspace, a file each in one folder, so that reports can be made beside an
 * open window and a folder can be handed on. Every method reads or writes files: call it in a job.
 * Thread-safe.
 */
public final class Pinboard {
  private static final String ENDING = ".json";

  private final Path folder;
  private final Clock clock;

  /**
   * @param folder made with the first pin
   */
  public Pinboard(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * All pins in the order of the report.
   *
   * @throws InputException naming a file that is no pin
   */
  public synchronized List<Pin> pins() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .map(Pinboard::read)
          .sorted(Comparator.comparingInt(Pin::place).thenComparing(Pin::id))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new OperationException(
          "the pinned views in %s cannot be read: %s; look at the permissions of the folder"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static Pin read(Path file) {
    try {
      return RunJson.mapper().readValue(Files.readAllBytes(file), Pin.class);
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s is no pinned view; delete the file, or move it out of the folder".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps a view at the end.
   *
   * @param draft its id, place and time are given here
   * @return as it was kept
   */
  public synchronized Pin add(Pin draft) {
    List<Pin> there = pins();
    int place = there.isEmpty() ? 0 : there.getLast().place() + 1;
    Pin pin =
        new Pin(
            free(there),
            place,
            clock.instant(),
            draft.title(),
            draft.caption(),
            draft.words(),
            draft.drawing(),
            draft.header(),
            draft.rows(),
            draft.sources(),
            draft.commands(),
            draft.note());
    write(pin);
    return pin;
  }

  private static String free(List<Pin> there) {
    int number = there.size() + 1;
    while (holds(there, id(number))) {
      number++;
    }
    return id(number);
  }

  private static boolean holds(List<Pin> pins, String id) {
    return pins.stream().anyMatch(pin -> pin.id().equals(id));
  }

  private static String id(int number) {
    return "view-%04d".formatted(number);
  }

  /** Writes a pin that is there anew, such as with another note. */
  public synchronized void write(Pin pin) {
    Disk.createFolders(folder);
    AtomicFile.write(file(pin.id()), out -> out.write(RunJson.mapper().writeValueAsBytes(pin)));
  }

  /** Puts the pins into this order; those that are not named stay behind them. */
  public synchronized void order(List<String> ids) {
    List<Pin> there = new ArrayList<>(pins());
    there.sort(
        Comparator.comparingInt(
            pin -> ids.contains(pin.id()) ? ids.indexOf(pin.id()) : Integer.MAX_VALUE));
    for (int place = 0; place < there.size(); place++) {
      if (there.get(place).place() != place) {
        write(there.get(place).withPlace(place));
      }
    }
  }

  /** Takes a view out of the report; one that has gone already stays so. */
  public synchronized void remove(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw Disk.failure(file(id), "deleted", e);
    }
  }

  private Path file(String id) {
    return folder.resolve(id + ENDING);
  }
}
