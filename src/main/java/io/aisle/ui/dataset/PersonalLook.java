package io.aisle.ui.dataset;

import io.aisle.core.dataset.Beside;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.dataset.PersonalFiles;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The columns that look personal in all files of an import. FX thread only. */
final class PersonalLook {
  private final Slot<Found<List<PersonalColumn>>> looking;
  private final ReadOnlyObjectWrapper<List<PersonalColumn>> found =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Set<String> seen = new HashSet<>();
  private List<PersonalColumn> events = List.of();
  private List<PersonalColumn> besideFound = List.of();
  private List<Path> beside = List.of();

  PersonalLook(Background background, Texts texts) {
    this.looking = background.slot(texts.of("data.job.guess"));
  }

  /** Those of the file of events, which is read already. */
  void events(List<PersonalColumn> columns) {
    events = columns;
    show();
  }

  private void show() {
    List<PersonalColumn> all = new ArrayList<>(events);
    all.addAll(besideFound);
    all.forEach(each -> seen.add(each.column()));
    found.set(List.copyOf(all));
  }

  /** Looks into the files beside the events, when they are other ones than before. */
  void look(Optional<EntityFile> items, Beside others) {
    ImportPlan plan = ImportPlan.of("", List.of(), MappingFile.GUESS).with(items).with(others);
    List<Path> now = plan.beside();
    if (now.equals(beside)) {
      return;
    }
    beside = now;
    looking.read(
        control -> Found.of(() -> PersonalFiles.beside(plan)),
        read -> {
          if (read.value() != null) { // else the check says what is wrong with the file
            besideFound = read.value();
            show();
          }
        });
  }

  /** The treatments without those of columns whose file was taken away again. */
  Map<String, Treatment> there(Map<String, Treatment> privacy) {
    Set<String> gone = new HashSet<>(seen);
    found.get().forEach(each -> gone.remove(each.column()));
    Map<String, Treatment> left = new HashMap<>(privacy);
    left.keySet().removeAll(gone);
    return left;
  }

  void clear() {
    looking.clear();
    seen.clear();
    beside = List.of();
    besideFound = List.of();
    events(List.of());
  }

  /** In the order of the files. */
  ReadOnlyObjectProperty<List<PersonalColumn>> foundProperty() {
    return found.getReadOnlyProperty();
  }
}
