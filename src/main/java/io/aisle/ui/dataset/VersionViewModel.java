package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.profile.DatasetProfile;
import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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

  private record Look(DatasetProfile profile, List<QualityCheck> checks, String problem) {}

  private final DatasetService service;
  private final Texts texts;
  private final Numbers numbers;
  private final QualityWords words;
  private final Slot<Look> looking;
  private final ReadOnlyObjectWrapper<DatasetVersion> version = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<ProfileView> profile = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
  private final ObservableList<QualityLine> checks = FXCollections.observableArrayList();

  public VersionViewModel(
      DatasetService service, Background background, Texts texts, Numbers numbers) {
    this.service = service;
    this.texts = texts;
    this.numbers = numbers;
    this.words = new QualityWords(texts, numbers);
    this.looking = background.slot(texts.of("data.job.profile"));
  }

  /** Shows another version; null shows none. */
  public void show(DatasetVersion shown) {
    looking.clear();
    profile.set(null);
    checks.clear();
    problem.set("");
    facts.set(shown == null ? "" : facts(shown));
    version.set(shown);
    state.set(State.LOADING);
    if (shown == null) {
      return;
    }
    if (shown.state() != DatasetVersion.State.COMPLETE) {
      state.set(State.INCOMPLETE);
      return;
    }
    looking.read(control -> look(shown.id(), control), this::looked);
  }

  /** Looks again after something went wrong. */
  public void retry() {
    show(version.get());
  }

  private Look look(long id, JobControl control) {
    try {
      return new Look(service.profile(id, control), service.quality(id, control), "");
    } catch (InputException | OperationException e) {
      return new Look(null, List.of(), e.getMessage());
    }
  }

  private void looked(Look look) {
    problem.set(texts.sentence(look.problem()));
    checks.setAll(look.checks().stream().map(words::line).toList());
    profile.set(look.profile() == null ? null : ProfileView.of(look.profile(), texts, numbers));
    state.set(look.profile() == null ? State.FAILED : State.READY);
  }

  private String facts(DatasetVersion shown) {
    if (shown.events() == 0) {
      return texts.of("data.facts.catalogue", shown.items(), shown.queries(), shown.judgements());
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

  /** Null until it is known. */
  ReadOnlyObjectProperty<ProfileView> profileProperty() {
    return profile.getReadOnlyProperty();
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
