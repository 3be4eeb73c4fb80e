package io.aisle.ui.common;

import io.aisle.core.workspace.Vault;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The dialogs of the desktop. */
public final class FxDialogs implements Dialogs {
  private final Supplier<Window> owner;

  public FxDialogs(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> open(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(FxDialogs::path);
  }

  @Override
  public List<Path> openSeveral(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
    return chosen == null ? List.of() : chosen.stream().map(FxDialogs::path).toList();
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner.get())).map(FxDialogs::path);
  }

  @Override
  public Optional<Path> save(String title, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(FxDialogs::path);
  }

  private static Path path(File file) {
    return Vault.seen(file.toPath());
  }

  @Override
  public boolean confirm(String title, String question, String action) {
    return new Confirmation(owner.get(), title, question, action).agreed();
  }

  @Override
  public boolean confirmLoss(String title, String question, String action) {
    return new Confirmation(owner.get(), title, question, action).dangerous().agreed();
  }
}
