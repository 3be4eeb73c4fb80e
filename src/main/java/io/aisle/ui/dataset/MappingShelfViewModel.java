package io.aisle.ui.dataset;

import io.aisle.core.dataset.MappingFile;
import io.aisle.core.dataset.MappingReader;
import io.aisle.core.dataset.MappingWriter;
import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.settings.KeptMappings;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What was chosen for earlier imports, under names, and as files for {@code aisle import}. FX
 * thread only.
 */
public final class MappingShelfViewModel {
  private final SettingsFile<KeptMappings> file;
  private final ImportViewModel form;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<List<KeptMappings.Kept>> fitting =
      new ReadOnlyObjectWrapper<>(List.of());
  private KeptMappings kept = KeptMappings.NONE;

  public MappingShelfViewModel(
      SettingsFile<KeptMappings> file,
      ImportViewModel form,
      Background background,
      Notices notices,
      Texts texts) {
    this.file = file;
    this.form = form;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    form.fileProperty().subscribe(this::fit);
    var unused =
        background.read(texts.of("data.job.mapping"), control -> file.load(), this::changed);
  }

  private void changed(KeptMappings now) {
    kept = now;
    fit();
  }

  private void fit() {
    fitting.set(form.fileProperty().get() == null ? List.of() : kept.fitting(form.headers()));
  }

  /** Keeps what is chosen for files of this shape; an empty name is passed over. */
  void keep(String name) {
    if (name.isBlank()) {
      return;
    }
    String yaml = MappingWriter.write(form.mapping());
    change(kept.with(new KeptMappings.Kept(name.strip(), form.headers(), yaml)));
    notices.done(texts.of("import.mapping.kept", name.strip()));
  }

  void forget(KeptMappings.Kept mapping) {
    change(kept.without(mapping.name()));
  }

  private void change(KeptMappings now) {
    changed(now);
    var unused =
        background.read(
            texts.of("data.job.mapping"),
            control -> {
              file.save(now);
              return now;
            },
            done -> {});
  }

  /**
   * Chooses for this file what was chosen for an earlier one, but for the files beside that one.
   */
  void use(KeptMappings.Kept mapping) {
    read(() -> MappingReader.parse(mapping.yaml(), Path.of(mapping.name())).alone());
  }

  /** Chooses what a mapping file says. */
  void load(Path mapping) {
    read(() -> MappingReader.readFile(mapping));
  }

  private void read(Supplier<MappingFile> reading) {
    var unused = background.read(texts.of("data.job.mapping"), control -> reading.get(), form::use);
  }

  /** Writes the choices as a mapping file for {@code aisle import}. */
  void save(Path target) {
    save(form.mapping(), target);
  }

  /** Writes a mapping file. */
  public void save(MappingFile mapping, Path target) {
    var unused =
        background.read(
            texts.of("data.job.mapping"),
            control -> Files.writeString(target, MappingWriter.write(mapping)),
            path -> notices.done(texts.of("import.saved", path)));
  }

  /** Those that were kept for files of the shape of the one that is looked at. */
  ReadOnlyObjectProperty<List<KeptMappings.Kept>> fittingProperty() {
    return fitting.getReadOnlyProperty();
  }
}
