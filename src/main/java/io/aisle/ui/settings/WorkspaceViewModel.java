package io.aisle.ui.settings;

import io.aisle.core.job.SystemOpener;
import io.aisle.core.workspace.Reopen;
import io.aisle.core.workspace.WorkspaceMove;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.core.workspace.WorkspaceSizes;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Care for the workspace that is open. FX thread only. */
public final class WorkspaceViewModel implements Refreshable {
  private final WorkspaceService service;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final SizeWords sizes;
  private final Errands errands;
  private final SystemOpener opener = SystemOpener.ofThisSystem();
  private final Slot<Facts> slot;
  private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(Facts.NONE);
  private final ReadOnlyObjectWrapper<Path> pending = new ReadOnlyObjectWrapper<>();

  /**
   * What was found on the disk.
   *
   * @param previous where the workspace was moved from and an old copy still lies; null: nowhere
   */
  public record Facts(WorkspaceSizes sizes, Path previous, long previousBytes) {
    static final Facts NONE = new Facts(null, null, 0);
  }

  /** A part of the workspace and what it takes. */
  public record Part(String name, double share, String size) {}

  public WorkspaceViewModel(
      WorkspaceService service,
      Background background,
      Notices notices,
      Texts texts,
      SizeWords sizes) {
    this.service = service;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    this.sizes = sizes;
    this.errands = new Errands(background, texts, this::refresh);
    this.slot = background.slot(texts.of("settings.size.job"));
    service.next().ifPresent(pending::set);
  }

  @Override
  public void refresh() {
    slot.read(
        control ->
            new Facts(
                service.sizes(),
                service.previous().folder().orElse(null),
                service.previous().size()),
        facts::set);
  }

  public Path folder() {
    return service.layout().folder();
  }

  /** The parts, the largest share being 1. */
  public List<Part> parts() {
    WorkspaceSizes sizes = facts.get().sizes();
    if (sizes == null) {
      return List.of();
    }
    return List.of(
        part("store", sizes.store(), sizes),
        part("runs", sizes.runs(), sizes),
        part("snapshots", sizes.snapshots(), sizes),
        part("natives", sizes.natives(), sizes),
        part("logs", sizes.logs(), sizes));
  }

  private Part part(String name, long bytes, WorkspaceSizes sizes) {
    double share = sizes.total() == 0 ? 0 : (double) bytes / sizes.total();
    return new Part(texts.of("settings.size." + name), share, size(bytes));
  }

  public String total() {
    WorkspaceSizes sizes = facts.get().sizes();
    return sizes == null ? "" : size(sizes.total());
  }

  String size(long bytes) {
    return sizes.of(bytes);
  }

  public void openFolder() {
    show(folder());
  }

  private void show(Path path) {
    var unused =
        background.read(
            texts.of("settings.job.open"),
            control -> {
              opener.open(path);
              return path;
            },
            shown -> {});
  }

  /** The next start opens another workspace; the user is told, and can have it at once. */
  public void choose(Path folder) {
    slot.read(
        control -> {
          service.checkOther(folder);
          service.remember(folder);
          return facts.get();
        },
        same -> pending.set(folder));
  }

  /** Whether the window can open another workspace by itself. */
  public boolean canRestart() {
    return service.canReopen();
  }

  public void restart() {
    service.reopen(new Reopen.Other(pending.get()));
  }

  /**
   * Looks whether the workspace can be moved there.
   *
   * @param then asks the user and goes on
   */
  public void checkMove(Path folder, Runnable then) {
    slot.read(
        control -> {
          new WorkspaceMove(folder(), folder).check();
          return facts.get();
        },
        same -> then.run());
  }

  /** Closes the window's workspace, copies it, and opens the copy. */
  public void move(Path folder) {
    service.reopen(new Reopen.Moved(folder));
  }

  public void removePrevious() {
    errands.run(
        "settings.workspace.previous.job",
        control -> {
          service.previous().remove();
          return 0L;
        },
        removed -> notices.done(texts.of("settings.workspace.previous.done")));
  }

  public void removeSnapshots() {
    errands.run(
        "settings.snapshots.job",
        control -> service.removeSnapshots(),
        freed -> notices.done(texts.of("settings.snapshots.done", size(freed))));
  }

  /** A workspace was restored, which the next start opens. */
  public void restored(Path folder) {
    pending.set(folder);
  }

  public ReadOnlyObjectProperty<Facts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** The workspace that the next start opens; null: this one. */
  public ReadOnlyObjectProperty<Path> pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  /** Whether something is being removed. */
  public ReadOnlyBooleanProperty busyProperty() {
    return errands.busyProperty();
  }
}
