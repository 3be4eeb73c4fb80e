package io.aisle.core.users;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.UserEvents;
import io.aisle.core.training.RunData;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.data.Interactions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts together who a user is: from the run's data, and, where the workspace still has the data set
 * that the run was made of, from all its events. A run keeps only what models learn from: prices,
 * baskets and repeats are in the data set alone.
 */
final class Profiles {
  private final Optional<DatasetService> datasets;
  private final RunDataCache data;

  Profiles(Optional<DatasetService> datasets, RunDataCache data) {
    this.datasets = datasets;
    this.data = data;
  }

  /** A place in the data that events of the data set are recognised by. */
  private record Mark(String item, Instant second) {
    static Mark of(String item, Instant time) {
      return new Mark(item, time == null ? null : time.truncatedTo(ChronoUnit.SECONDS));
    }
  }

  UserProfile of(RunFolder run, String user, CancelSignal cancel) {
    RunFacts facts = data.of(run);
    RunData loaded = facts.data();
    int row = facts.user(user);
    List<UserEvent> own = new ArrayList<>();
    add(loaded.catalogue(), loaded.split().train(), row, false, own);
    add(loaded.catalogue(), loaded.split().valid(), row, false, own);
    add(loaded.catalogue(), loaded.split().test(), row, true, own);
    Optional<UserEvents> stored = stored(run, user, marks(own), cancel);
    List<UserEvent> events = stored.map(found -> events(facts, found, own)).orElse(own);
    return new UserProfile(
        user,
        stored.map(UserEvents::attributes).orElse(Map.of()),
        facts.history(user),
        events.stream().sorted(Comparator.comparing(Profiles::timeOf)).toList(),
        stored.isPresent());
  }

  private static Instant timeOf(UserEvent event) {
    return event.time() == null ? Instant.MIN : event.time();
  }

  /** The user's events in the newest version that has everything that the run has of the user. */
  private Optional<UserEvents> stored(
      RunFolder run, String user, Set<Mark> marks, CancelSignal cancel) {
    if (datasets.isEmpty() || !(run.record().configuration().get("dataset") instanceof String)) {
      return Optional.empty();
    }
    String name = run.record().dataset();
    return datasets.get().versions().stream()
        .filter(version -> version.dataset().equals(name))
        .filter(version -> version.state() == DatasetVersion.State.COMPLETE)
        .flatMap(version -> datasets.get().userEvents(version.id(), user, cancel).stream())
        .filter(found -> storedMarks(found).containsAll(marks))
        .findFirst();
  }

  private static Set<Mark> marks(List<UserEvent> events) {
    Set<Mark> marks = new HashSet<>();
    events.forEach(event -> marks.add(Mark.of(event.item(), event.time())));
    return marks;
  }

  private static Set<Mark> storedMarks(UserEvents found) {
    Set<Mark> marks = new HashSet<>();
    found.events().forEach(event -> marks.add(Mark.of(event.item(), event.time())));
    return marks;
  }

  private static List<UserEvent> events(RunFacts facts, UserEvents found, List<UserEvent> own) {
    Set<Mark> heldOut = marks(own.stream().filter(UserEvent::heldOut).toList());
    return found.events().stream().map(event -> event(facts, event, heldOut)).toList();
  }

  private static UserEvent event(RunFacts facts, EventRow event, Set<Mark> heldOut) {
    return new UserEvent(
        event.time(),
        event.kind(),
        event.item(),
        event.title() == null ? "" : event.title(),
        facts.category(event.item()),
        event.session(),
        event.value(),
        event.price(),
        event.quantity(),
        heldOut.contains(Mark.of(event.item(), event.time())));
  }

  private static void add(
      Catalogue catalogue, Interactions part, int user, boolean heldOut, List<UserEvent> to) {
    for (int at = part.offsets()[user]; at < part.offsets()[user + 1]; at++) {
      int item = part.item()[at];
      to.add(
          new UserEvent(
              part.hasTimes() ? Instant.ofEpochSecond(part.time()[at]) : null,
              null,
              catalogue.items().get(item),
              catalogue.titles().get(item),
              catalogue.categories().get(item),
              null,
              part.value()[at],
              Double.NaN,
              Double.NaN,
              heldOut));
    }
  }
}
