package io.aisle.ui.users;

import io.aisle.core.report.ShellWord;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UserEvent;
import io.aisle.core.users.UserProfile;
import io.aisle.core.users.UsersService;
import io.aisle.domain.data.EventKind;
import io.aisle.ui.chart.Timeline;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who the user is and what the user did. FX thread only. */
public final class ProfileViewModel {
  private final UsersService service;
  private final Texts texts;
  private final Numbers numbers;
  private final ItemFocus focus;
  private final Slot<UserProfile> slot;
  private final DateTimeFormatter month;
  private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<Timeline.Mark>> marks =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
  private final BooleanProperty asTable = new SimpleBooleanProperty();
  private final SimpleBooleanProperty timed = new SimpleBooleanProperty();
  private HistoryMarks made;
  private String user;
  private RunItem run;
  private boolean whole;

  public ProfileViewModel(
      UsersService service, Background background, ItemFocus focus, Texts texts, Numbers numbers) {
    this.service = service;
    this.texts = texts;
    this.numbers = numbers;
    this.focus = focus;
    this.slot = background.slot(texts.of("users.job.history"));
    this.month = DateTimeFormatter.ofLocalizedPattern("yMMM").localizedBy(texts.locale());
    this.made = new HistoryMarks(texts, numbers, List.of());
  }

  /**
   * Shows another user; does nothing when everything is as it was.
   *
   * @param wanted null shows none
   * @param by whose data hold the history
   */
  void show(String wanted, RunItem by) {
    if (Objects.equals(wanted, user) && Objects.equals(by, run)) {
      return;
    }
    user = wanted;
    run = by;
    slot.clear();
    focus.point("");
    if (wanted == null || by == null) {
      title.set("");
      facts.set("");
      rows.clear();
      marks.set(List.of());
      return;
    }
    title.set(texts.of("users.title", wanted));
    slot.read(control -> service.profile(new RunFolder(by.path()), wanted, control), this::arrived);
  }

  private void arrived(UserProfile profile) {
    List<HistoryRow> oldestFirst = new ArrayList<>();
    for (UserEvent event : profile.events()) {
      oldestFirst.add(row(oldestFirst.size() + 1, event));
    }
    boolean times = oldestFirst.stream().allMatch(row -> row.time() != null);
    made = new HistoryMarks(texts, numbers, times ? oldestFirst : List.of());
    timed.set(times);
    marks.set(made.marks());
    rows.setAll(oldestFirst.reversed());
    facts.set(facts(profile));
    whole = profile.whole();
    source.set(whole ? "" : texts.of("history.of.run"));
  }

  private HistoryRow row(int place, UserEvent event) {
    return new HistoryRow(
        place,
        event.item(),
        ListsViewModel.name(event.title(), event.item()),
        event.category(),
        event.kind(),
        event.time(),
        event.value(),
        event.price(),
        event.quantity(),
        event.heldOut());
  }

  private String facts(UserProfile profile) {
    List<String> parts = new ArrayList<>(profile.attributes().values());
    int events = profile.events().size();
    String count =
        texts.of("users.count." + profile.kind().map(EventKind::id).orElse("mixed"), events);
    int baskets = profile.baskets();
    parts.add(baskets == 0 ? count : texts.of("users.baskets", count, baskets));
    Instant since = profile.since();
    if (since != null) {
      parts.add(texts.of("users.since", month.format(since.atOffset(ZoneOffset.UTC))));
    }
    return String.join(" · ", parts);
  }

  /** Where the history comes from; empty until it is there. */
  Optional<ViewOrigin> origin() {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<RunItem> runs = List.of(run);
    String command =
        whole
            ? "aisle sql %s --dataset %s"
                .formatted(
                    ShellWord.quoted(
                        "SELECT * FROM events WHERE user_id = '%s' ORDER BY time"
                            .formatted(user.replace("'", "''"))),
                    ShellWord.quoted(run.record().dataset()))
            : "aisle explain --run %s --user %s"
                .formatted(ViewOrigin.folders(runs), ShellWord.quoted(user));
    return Optional.of(ViewOrigin.ofUser(texts.of("users.pin.of", user), runs, List.of(command)));
  }

  /** A mark of the timeline was chosen; null when none. */
  public void choose(Timeline.Mark mark) {
    int index = mark == null ? -1 : marks.get().indexOf(mark);
    focus.point(index < 0 ? "" : rows.get(rows.size() - 1 - index).item());
  }

  /** A row of the table was chosen; null when none. */
  public void choose(HistoryRow row) {
    focus.point(row == null ? "" : row.item());
  }

  /** Newest first. */
  public ObservableList<HistoryRow> rows() {
    return rows;
  }

  /** Oldest first; empty when the data have no times. */
  public ReadOnlyObjectProperty<List<Timeline.Mark>> marksProperty() {
    return marks.getReadOnlyProperty();
  }

  /** What the colours of the marks mean; empty when there is one kind. */
  public List<Timeline.Kind> kinds() {
    return made.kinds();
  }

  /** What the height of a mark means. */
  public String valueTitle() {
    return made.valueTitle();
  }

  /** Whether the height is logarithmic. */
  public boolean log() {
    return made.priced();
  }

  /** Whether the table is shown in place of the timeline. */
  public BooleanProperty asTableProperty() {
    return asTable;
  }

  /** Whether a timeline can be drawn. */
  public ReadOnlyBooleanProperty timedProperty() {
    return timed;
  }

  /** The user. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What is known of the user, in one line. */
  public ReadOnlyStringProperty factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** Why prices and repeats are missing; empty when they are not. */
  public ReadOnlyStringProperty sourceProperty() {
    return source.getReadOnlyProperty();
  }
}
