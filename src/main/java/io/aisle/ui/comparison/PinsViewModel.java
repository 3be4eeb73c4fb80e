package io.aisle.ui.comparison;

import io.aisle.core.job.JobControl;
import io.aisle.core.licence.ExportGate;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.report.pin.Pinboard;
import io.aisle.ui.chart.ViewPins;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The views that are kept for the next report. FX thread only. */
public final class PinsViewModel implements ViewPins {
  private final Pinboard board;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final ObservableList<PinnedRow> pins = FXCollections.observableArrayList();
  private final ObservableList<PinnedRow> shown = FXCollections.unmodifiableObservableList(pins);

  public PinsViewModel(Pinboard board, Background background, Notices notices, Texts texts) {
    this.board = board;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /** In the order of the report. */
  ObservableList<PinnedRow> pins() {
    return shown;
  }

  /** Reads them from the disk. */
  public void refresh() {
    change(control -> {}, () -> {});
  }

  @Override
  public void keep(Pin draft) {
    change(control -> board.add(draft), () -> notices.done(texts.of("pins.kept", draft.title())));
  }

  @Override
  public void keep(Pin draft, Supplier<String> licence) {
    change(
        control -> board.add(licensed(draft, licence.get())),
        () -> notices.done(texts.of("pins.kept", draft.title())));
  }

  private Pin licensed(Pin draft, String licence) {
    Set<ExportGate.Limit> limits = ExportGate.limits(licence);
    if (limits.isEmpty()) {
      return draft;
    }
    String restricted = texts.of("pins.licence", LicenceQuestion.words(limits, texts), licence);
    return draft.withCaption(
        draft.caption().isEmpty() ? restricted : draft.caption() + " · " + restricted);
  }

  /** Takes a view out of the report, until it is taken back. */
  void remove(PinnedRow pin) {
    change(
        control -> board.remove(pin.id()),
        () ->
            notices.done(
                texts.of("pins.removed", pin.title()),
                texts.of("pins.back"),
                () -> change(control -> board.write(pin.pin()), () -> {})));
  }

  /** Moves a view by some places; beyond an end it stays there. */
  void move(PinnedRow pin, int by) {
    List<String> ids = new ArrayList<>(pins.stream().map(PinnedRow::id).toList());
    int from = ids.indexOf(pin.id());
    int to = from + by;
    if (from >= 0 && to >= 0 && to < ids.size()) {
      Collections.swap(ids, from, to);
      change(control -> board.order(ids), () -> {});
    }
  }

  /** Keeps the analyst's words with a view. */
  void note(PinnedRow pin, String words) {
    if (!words.equals(pin.note())) {
      change(control -> board.write(pin.pin().withNote(words)), () -> {});
    }
  }

  private void change(Consumer<JobControl> work, Runnable then) {
    background.read(
        texts.of("pins.job"),
        control -> {
          work.accept(control);
          return board.pins();
        },
        found -> {
          pins.setAll(found.stream().map(PinnedRow::new).toList());
          then.run();
        });
  }
}
