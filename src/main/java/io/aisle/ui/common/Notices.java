package io.aisle.ui.common;

import io.aisle.domain.job.JobOutcome;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Presents what went wrong (and what went well) as one sentence and a code; the stack is in the
 * log. The newest few lie in front of the window, all of them in a list. What is told may be told
 * from any thread; the rest is for the FX thread.
 */
public final class Notices {
  /** Notices that lie in front of the window at most. */
  public static final int SHOWN = 3;

  private static final int KEPT = 100;

  private final Executor ui;
  private final InstantSource clock;
  private final ObservableList<Notice> shown = FXCollections.observableArrayList();
  private final ObservableList<Notice> all = FXCollections.observableArrayList();
  // kept: such a view is held by nothing else and would take its listeners along
  private final ObservableList<Notice> shownView = FXCollections.unmodifiableObservableList(shown);
  private final ObservableList<Notice> allView = FXCollections.unmodifiableObservableList(all);
  private final ReadOnlyObjectWrapper<Notice> newest = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private long last;

  public Notices(Executor ui) {
    this(ui, InstantSource.system());
  }

  Notices(Executor ui, InstantSource clock) {
    this.ui = ui;
    this.clock = clock;
  }

  public void failed(JobOutcome.Failed<?> failed) {
    error(failed.sentence(), failed.badInput() ? "" : failed.code());
  }

  public void error(String sentence, String code) {
    tell(Notice.Kind.ERROR, sentence, code, Optional.empty());
  }

  public void done(String sentence) {
    tell(Notice.Kind.DONE, sentence, "", Optional.empty());
  }

  /**
   * As {@link #done(String)}, with a step that can follow.
   *
   * @param title words of the button, such as "Look at it"
   * @param run on the FX thread
   */
  public void done(String sentence, String title, Runnable run) {
    tell(Notice.Kind.DONE, sentence, "", Optional.of(new Notice.Offer(title, run)));
  }

  /** As {@link #error(String, String)}, with a step that can follow. */
  public void error(String sentence, String code, String title, Runnable run) {
    tell(Notice.Kind.ERROR, sentence, code, Optional.of(new Notice.Offer(title, run)));
  }

  private void tell(Notice.Kind kind, String sentence, String code, Optional<Notice.Offer> offer) {
    ui.execute(
        () -> {
          Notice notice = new Notice(++last, kind, sentence, code, offer, clock.instant());
          all.addFirst(notice);
          if (all.size() > KEPT) {
            all.removeLast();
          }
          if (kind == Notice.Kind.ERROR) {
            unread.set(unread.get() + 1);
          }
          // told again, it takes the place of its older self
          shown.removeIf(older -> older.kind() == kind && older.sentence().equals(sentence));
          shown.add(notice);
          makeRoom();
          newest.set(notice);
        });
  }

  /** What has gone well goes first, then the oldest error, which stays in the list. */
  private void makeRoom() {
    while (shown.size() > SHOWN) {
      shown.remove(
          shown.stream()
              .limit(SHOWN)
              .filter(notice -> notice.kind() == Notice.Kind.DONE)
              .findFirst()
              .orElse(shown.getFirst()));
    }
  }

  /** Takes the newest of those that are shown away. */
  public void dismiss() {
    ui.execute(
        () -> {
          if (!shown.isEmpty()) {
            dismiss(shown.getLast());
          }
        });
  }

  /** Takes one away that is shown; the list keeps it. */
  public void dismiss(Notice notice) {
    shown.remove(notice);
    if (notice.equals(newest.get())) {
      newest.set(shown.isEmpty() ? null : shown.getLast());
    }
  }

  /** Does what one offers; once, and it leaves the front. */
  public void take(Notice notice) {
    dismiss(notice);
    all.replaceAll(each -> each.number() == notice.number() ? each.withoutOffer() : each);
    notice.offer().ifPresent(offer -> offer.run().run());
  }

  /** The list was looked at. */
  public void read() {
    unread.set(0);
  }

  /** Empties the list and takes away what is shown. */
  public void clear() {
    all.clear();
    shown.clear();
    newest.set(null);
    unread.set(0);
  }

  /** Notices stay, what they offered does not: before the window is built anew. */
  public void withdrawOffers() {
    Predicate<Notice> offers = notice -> notice.offer().isPresent();
    if (all.stream().anyMatch(offers)) {
      all.replaceAll(Notice::withoutOffer);
      shown.replaceAll(Notice::withoutOffer);
      newest.set(shown.isEmpty() ? null : shown.getLast());
    }
  }

  /** What lies in front of the window, oldest first. */
  public ObservableList<Notice> shown() {
    return shownView;
  }

  /** Every notice of this session that is kept, newest first. */
  public ObservableList<Notice> all() {
    return allView;
  }

  /** Errors since the list was last looked at. */
  public ReadOnlyIntegerProperty unreadProperty() {
    return unread.getReadOnlyProperty();
  }

  /** The newest that is shown; null when there is none. Changes on the FX thread. */
  public ReadOnlyObjectProperty<Notice> newestProperty() {
    return newest.getReadOnlyProperty();
  }
}
