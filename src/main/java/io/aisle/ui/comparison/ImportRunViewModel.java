package io.aisle.ui.comparison;

import io.aisle.core.job.JobNeeds;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunImporter;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.ListChangeListener;

/** Brings the lists of another system beside what is compared. FX thread only. */
public final class ImportRunViewModel {
  private final CompareViewModel compare;
  private final TrainingService service;
  private final RunShelf shelf;
  private final Changes changes;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private Path awaited;

  public ImportRunViewModel(
      CompareViewModel compare,
      TrainingService service,
      RunShelf shelf,
      Changes changes,
      Background background,
      Notices notices,
      Texts texts) {
    this.compare = compare;
    this.service = service;
    this.shelf = shelf;
    this.changes = changes;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    shelf.finished().addListener((ListChangeListener<RunItem>) change -> join());
  }

  /** Asks for a file of lists and judges them as the reference was judged. */
  public void ask(Dialogs dialogs) {
    RunItem like = compare.referenceProperty().get();
    if (like != null) {
      dialogs.open(texts.of("compare.import.title")).ifPresent(file -> bring(file, like));
    }
  }

  private void bring(Path file, RunItem like) {
    String name = name(file);
    var unused =
        background.start(
            texts.of("compare.import.job", name),
            JobNeeds.LIGHT,
            control -> {
              AtomicReference<Path> made = new AtomicReference<>();
              service.make(
                  name,
                  folder -> {
                    made.set(folder.path());
                    return RunImporter.importLists(file, new RunFolder(like.path()), name, folder);
                  });
              return made.get();
            },
            outcome -> {
              if (outcome instanceof JobOutcome.Done<Path> done) {
                awaited = done.value();
                notices.done(texts.of("compare.import.done", name));
                changes.runs();
              }
            });
  }

  /** The name of the file without what it ends in. */
  private static String name(Path file) {
    String name = file.getFileName().toString();
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Puts the new run beside what is chosen, as soon as the shelf has it. */
  private void join() {
    if (awaited == null || shelf.finished().stream().noneMatch(run -> run.path().equals(awaited))) {
      return;
    }
    List<Path> all = new ArrayList<>(compare.chosen().stream().map(RunItem::path).toList());
    all.add(awaited);
    awaited = null;
    compare.choose(all);
  }
}
