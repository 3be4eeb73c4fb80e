package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.core.dataset.profile.Statistic;
import io.aisle.core.job.JobControl;
import io.aisle.core.report.ShellWord;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One version of a data set: its facts, its profile and its quality list. FX thread only. */
public final class VersionViewModel {
  /** How far the look at a version has come. */
  public enum State {
    LOADING,
    READY,
    /** The import was interrupted; there is nothing to look at before it is resumed. */
    INCOMPLETE,
    FAILED
  }

  private record Look(List<QualityCheck> checks, String problem) {}

  private final DatasetService service;
  private final Texts texts;
  private final QualityWords words;
  private final Slot<Look> checking;
  private final ObservableValue<KnowledgeCounts> beside;
  private final ProfileViewModel profile;
  private final ReadOnlyObjectWrapper<DatasetVersion> version = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
  private final ObservableList<QualityLine> checks = FXCollections.observableArrayList();

  /**
   * @param beside how many queries, triples and reviews the version has, as soon as that is known
   */
  public VersionViewModel(
      DatasetService service,
      ObservableValue<KnowledgeCounts> beside,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.service = service;
    this.beside = beside;
    this.texts = texts;
    this.words = new QualityWords(texts, numbers);
    this.checking = background.slot(texts.of("data.job.quality"));
    this.profile = new ProfileViewModel(service, background, texts, this::begun, this::failed);
    beside.subscribe(this::tell);
  }

  private void tell() {
    facts.set(version.get() == null ? "" : facts(version.get()));
  }

  /** Where a statistic of the profile comes from; empty when no version is shown. */
  Optional<ViewOrigin> origin(Statistic statistic) {
    return Optional.ofNullable(version.get())
        .map(
            of ->
                ViewOrigin.ofData(
                    ViewOrigin.named(of),
                    List.of(of),
                    List.of(
                        "aisle profile %s %s"
                            .formatted(ShellWord.quoted(ViewOrigin.named(of)), statistic.id()))));
  }

  /** Shows another version; null shows none. */
  public void show(DatasetVersion shown) {
    checking.clear();
    profile.show(null);
    checks.clear();
    problem.set("");
    version.set(shown);
    tell();
    state.set(State.LOADING);
    if (shown == null) {
      return;
    }
    if (shown.state() != DatasetVersion.State.COMPLETE) {
      state.set(State.INCOMPLETE);
      return;
    }
    profile.show(shown);
  }

  /** Looks again after something went wrong. */
  public void retry() {
    show(version.get());
  }

  /** The columns are in memory: the checks look at them while the statistics go on. */
  private void begun() {
    state.set(State.READY);
    long id = version.get().id();
    checking.read(control -> look(id, control), this::looked);
  }

  private Look look(long id, JobControl control) {
    try {
      return new Look(service.quality(id, control), "");
    } catch (InputException | OperationException e) {
      return new Look(List.of(), e.getMessage());
    }
  }

  private void looked(Look look) {
    if (!look.problem().isEmpty()) {
      failed(look.problem());
    }
    checks.setAll(look.checks().stream().map(words::line).toList());
  }

  private void failed(String sentence) {
    problem.set(texts.sentence(sentence));
    state.set(State.FAILED);
  }

  private String facts(DatasetVersion shown) {
    if (shown.events() == 0) {
      return texts.of(
          "data.facts.catalogue",
          shown.items(),
          Math.max(shown.queries(), beside.getValue().queries()),
          shown.judgements());
    }
    return texts.of("data.facts", shown.read(), shown.events(), shown.users(), shown.items());
  }

  /** The step of cleaning that treats what a check found; empty when there is none. */
  Optional<CleaningStep> treatment(QualityLine line) {
    return version.get() == null
        ? Optional.empty()
        : StepForFinding.of(line.check(), version.get());
  }

  /** Null when there is none. */
  public ReadOnlyObjectProperty<DatasetVersion> versionProperty() {
    return version.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Rows read, events, users, items, in words. */
  public ReadOnlyStringProperty factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** The statistics. */
  public ProfileViewModel profile() {
    return profile;
  }

  /** Whether the quality list is still being made. */
  public ReadOnlyBooleanProperty checkingProperty() {
    return checking.busyProperty();
  }

  /** Those that need attention first. */
  public ObservableList<QualityLine> checks() {
    return checks;
  }

  /** Why the version cannot be looked at; empty when it can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
