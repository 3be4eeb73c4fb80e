package io.aisle.ui.common;

import io.aisle.domain.job.JobOutcome;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Presents what went wrong (and what went well) as one sentence and a code; the stack is in the
 * log. The newest notice stays until it is dismissed. May be called from any thread.
 */
public final class Notices {
  private final Executor ui;
  private final ReadOnlyObjectWrapper<Notice> newest = new ReadOnlyObjectWrapper<>();

  public Notices(Executor ui) {
    this.ui = ui;
  }

  public void failed(JobOutcome.Failed<?> failed) {
    error(failed.sentence(), failed.badInput() ? "" : failed.code());
  }

  public void error(String sentence, String code) {
    show(new Notice(Notice.Kind.ERROR, sentence, code));
  }

  public void done(String sentence) {
    show(new Notice(Notice.Kind.DONE, sentence, ""));
  }

  public void dismiss() {
    ui.execute(() -> newest.set(null));
  }

  /** What to show; null when there is nothing. Changes on the FX thread. */
  public ReadOnlyObjectProperty<Notice> newestProperty() {
    return newest.getReadOnlyProperty();
  }

  private void show(Notice notice) {
    ui.execute(() -> newest.set(notice));
  }
}
