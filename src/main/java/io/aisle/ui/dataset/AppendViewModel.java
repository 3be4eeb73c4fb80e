package io.aisle.ui.dataset;

import io.aisle.core.dataset.AppendPlan;
import io.aisle.core.dataset.AppendedColumns;
import io.aisle.core.dataset.DatasetService;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Files that are to be appended to a version. When columns of them look personal it is asked first
 * what is to be stored of these; else they are appended at once. FX thread only.
 */
public final class AppendViewModel {
  private final DatasetService service;
  private final BiConsumer<AppendPlan, DatasetVersion> appender;
  private final Texts texts;
  private final Slot<Found<AppendedColumns>> looking;
  private final ReadOnlyObjectWrapper<List<PersonalColumn>> personal =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final Treatments treatments = new Treatments();
  private AppendPlan plan;
  private DatasetVersion to;

  /**
   * @param appender receives what is to be added to a version
   */
  AppendViewModel(
      DatasetService service,
      BiConsumer<AppendPlan, DatasetVersion> appender,
      Background background,
      Texts texts) {
    this.service = service;
    this.appender = appender;
    this.texts = texts;
    this.looking = background.slot(texts.of("data.job.guess"));
  }

  /** Files were chosen for a version. */
  void choose(DatasetVersion version, List<Path> files) {
    cancel();
    AppendPlan chosen = new AppendPlan(version.id(), files, Optional.empty(), false);
    plan = chosen;
    to = version;
    looking.read(
        control -> Found.of(() -> service.personal(chosen)),
        // what cannot be read is told by the job that appends
        found -> found.give(this::ask, sentence -> start()));
  }

  private void ask(AppendedColumns columns) {
    if (columns.personal().isEmpty()) {
      start();
      return;
    }
    title.set(
        texts.of(
            "append.title",
            plan.files().stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.joining(texts.of("list.comma"))),
            to.dataset(),
            to.version()));
    personal.set(columns.personal());
    treatments.begin(columns);
  }

  /** What is to be stored of a column. */
  void treat(String column, Treatment treatment) {
    treatments.choose(column, treatment);
  }

  /** Appends the files; does nothing when there are none. */
  void start() {
    if (plan != null) {
      AppendPlan chosen = plan.withPrivacy(treatments.privacyProperty().get());
      DatasetVersion version = to;
      cancel();
      appender.accept(chosen, version);
    }
  }

  /** Forgets the files. */
  void cancel() {
    looking.clear();
    plan = null;
    to = null;
    personal.set(List.of());
    treatments.clear();
  }

  /** The columns that look personal; none while nothing is asked. */
  ReadOnlyObjectProperty<List<PersonalColumn>> personalProperty() {
    return personal.getReadOnlyProperty();
  }

  /** What is to be stored of them; at first what the version has of the same columns. */
  ReadOnlyObjectProperty<Map<String, Treatment>> privacyProperty() {
    return treatments.privacyProperty();
  }

  /** Which files, and to which version. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }
}
