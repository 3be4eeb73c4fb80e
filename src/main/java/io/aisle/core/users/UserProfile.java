package io.aisle.core.users;

import io.aisle.core.explanation.HistoryItem;
import io.aisle.domain.data.EventKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who a user is and what the user did.
 *
 * @param attributes what the data set says of the user, by name
 * @param history what the user is scored from at test time, oldest first
 * @param events all that is known, oldest first: the events of the data set where the workspace has
 *     them, else the interactions of the run
 * @param whole whether they are the events of the data set
 */
public record UserProfile(
    String user,
    Map<String, String> attributes,
    List<HistoryItem> history,
    List<UserEvent> events,
    boolean whole) {
  /** The kind that all events have; empty when they differ or it is not known. */
  public Optional<EventKind> kind() {
    List<EventKind> kinds = events.stream().map(UserEvent::kind).distinct().limit(2).toList();
    return kinds.size() == 1 ? Optional.ofNullable(kinds.getFirst()) : Optional.empty();
  }

  /** Number of different baskets; 0 when the data do not group events. */
  public int baskets() {
    return (int) events.stream().map(UserEvent::basket).filter(Objects::nonNull).distinct().count();
  }

  /** The first event; null when the data have no times. */
  public Instant since() {
    return events.stream()
        .map(UserEvent::time)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }
}
