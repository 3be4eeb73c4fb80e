package io.aisle.ui.users;

import io.aisle.core.explanation.Explanation;
import io.aisle.core.explanation.ExplanationService;
import io.aisle.core.explanation.FeatureShares;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.ui.chart.ErrorBars;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What each feature that a click model reads adds to the score of the explained item. It is worked
 * out only while somebody looks. FX thread only.
 */
public final class FeaturesViewModel {
  private final AttentionViewModel attention;
  private final UsersService service;
  private final Texts texts;
  private final FeatureWords words;
  private final Slot<Optional<FeatureShares>> slot;
  private final BooleanProperty wanted = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<ErrorBars.Bar>> bars =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

  /** What the bars are about, or what is being asked; null when nothing is. */
  private Explanation about;

  public FeaturesViewModel(
      AttentionViewModel attention,
      UsersService service,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.attention = attention;
    this.service = service;
    this.texts = texts;
    this.words = new FeatureWords(texts, numbers);
    this.slot = background.slot(texts.of("users.job.features"));
    attention.askedProperty().subscribe((before, now) -> forget());
    attention.explanationProperty().subscribe((before, now) -> explained());
    wanted.subscribe((before, now) -> ask());
    forget();
  }

  private void forget() {
    slot.clear();
    about = null;
    show(
        List.of(),
        "",
        texts.of(
            attention.askedProperty().get().run() == null ? "attention.none" : "attention.wait"));
  }

  private void explained() {
    forget();
    ask();
  }

  private void ask() {
    Explanation explained = attention.explanationProperty().get();
    RunItem run = attention.askedProperty().get().run();
    if (!wanted.get() || explained == null || run == null || explained.equals(about)) {
      return;
    }
    about = explained;
    show(List.of(), "", texts.of("attention.wait"));
    slot.read(
        control ->
            service
                .explanations()
                .features(
                    new RunFolder(run.path()),
                    explained.user(),
                    Optional.of(explained.item()),
                    ExplanationService.FEATURE_SAMPLES,
                    run.record().seed(),
                    control),
        found ->
            found.ifPresentOrElse(
                this::show, () -> show(List.of(), "", texts.of("features.without", run.name()))),
        () -> {
          about = null;
          show(List.of(), "", texts.of("features.failed"));
        });
  }

  private void show(FeatureShares found) {
    show(words.bars(found), words.summary(found), "");
  }

  private void show(List<ErrorBars.Bar> drawn, String said, String instead) {
    bars.set(drawn);
    summary.set(said);
    empty.set(instead);
  }

  /** Whether somebody looks. */
  public BooleanProperty wantedProperty() {
    return wanted;
  }

  /** What each feature adds, the strongest first; empty when that is not known. */
  public ReadOnlyObjectProperty<List<ErrorBars.Bar>> barsProperty() {
    return bars.getReadOnlyProperty();
  }

  /** What the bars lead from and to; empty without bars. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Why there are no bars; empty when there are. */
  public ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /** Where it all comes from, for a report. */
  Optional<ViewOrigin> origin() {
    return bars.get().isEmpty()
        ? Optional.empty()
        : attention
            .origin()
            .map(
                from ->
                    from.as(
                        texts.of("features.origin", from.caption()),
                        from.commands().stream().map(each -> each + " --features").toList()));
  }
}
