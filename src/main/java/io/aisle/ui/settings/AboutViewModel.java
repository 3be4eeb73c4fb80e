package io.aisle.ui.settings;

import io.aisle.core.about.AboutService;
import io.aisle.core.about.Library;
import io.aisle.core.about.SampleLicence;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Versions and licences. FX thread only. */
public final class AboutViewModel implements Refreshable {
  private final AboutService service;
  private final Texts texts;
  private final Slot<Read> slot;
  private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(Facts.NONE);
  private final ObservableList<Row> all = FXCollections.observableArrayList();
  private final FilteredList<Row> shown = new FilteredList<>(all);
  private final StringProperty search = new SimpleStringProperty("");

  /**
   * What was read.
   *
   * @param versions of what the program runs on, by name
   * @param licence text of the program's own
   */
  public record Facts(Map<String, String> versions, List<Sample> samples, String licence) {
    static final Facts NONE = new Facts(Map.of(), List.of(), "");
  }

  /** A bundled data set and its terms. */
  public record Sample(String title, String licence, String source) {}

  /** A library as it is listed. */
  public record Row(String name, String version, String licence, String page) {
    private boolean has(String words) {
      return "%s %s %s %s"
          .formatted(name, version, licence, page)
          .toLowerCase(Locale.ROOT)
          .contains(words);
    }
  }

  private record Read(Facts facts, List<Library> libraries) {}

  public AboutViewModel(AboutService service, Background background, Texts texts) {
    this.service = service;
    this.texts = texts;
    this.slot = background.slot(texts.of("settings.about.job"));
    search.subscribe(
        typed -> {
          String words = typed.strip().toLowerCase(Locale.ROOT);
          shown.setPredicate(row -> row.has(words));
        });
  }

  /** Reads once; none of it changes while the program runs. */
  @Override
  public void refresh() {
    if (!all.isEmpty()) {
      return;
    }
    slot.read(
        control -> read(),
        read -> {
          facts.set(read.facts());
          all.setAll(read.libraries().stream().map(AboutViewModel::row).toList());
        });
  }

  private Read read() {
    List<Library> libraries = service.libraries();
    List<Sample> samples = service.samples().stream().map(AboutViewModel::sample).toList();
    return new Read(new Facts(service.versions(libraries), samples, service.licence()), libraries);
  }

  private static Sample sample(SampleLicence sample) {
    return new Sample(sample.title(), sample.licence(), sample.source());
  }

  /** All of it as text, for a mail to those who help. */
  public String words() {
    StringBuilder text = new StringBuilder(texts.of("app.name")).append(' ').append(version());
    facts
        .get()
        .versions()
        .forEach((name, value) -> text.append('\n').append(name).append(' ').append(value));
    return text.toString();
  }

  private static Row row(Library library) {
    return new Row(library.name(), library.version(), library.licence(), library.page());
  }

  public String version() {
    return texts.of("settings.about.version", service.version(), service.build());
  }

  public ReadOnlyObjectProperty<Facts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** The libraries that have what is searched for. */
  public ObservableList<Row> libraries() {
    return shown;
  }

  public int count() {
    return all.size();
  }

  public StringProperty searchProperty() {
    return search;
  }
}
