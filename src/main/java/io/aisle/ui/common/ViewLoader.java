package io.aisle.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads views. Controllers are made by the suppliers it was given, so that their dependencies come
 * through constructors; a controller that nobody registered is refused at once. FX thread only.
 */
public final class ViewLoader {
  private final Texts texts;
  private final Map<Class<?>, Supplier<?>> controllers;

  public ViewLoader(Texts texts, Map<Class<?>, Supplier<?>> controllers) {
    this.texts = texts;
    this.controllers = Map.copyOf(controllers);
  }

  /** The root node of a fresh copy of the view. */
  public Parent load(View view) {
    FXMLLoader loader = new FXMLLoader(view.url(), texts.bundle(), null, this::controller);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException(view.resource() + " cannot be loaded", e);
    }
  }

  private Object controller(Class<?> type) {
    Supplier<?> supplier = controllers.get(type);
    if (supplier == null) {
      throw new IllegalStateException(type.getName() + " is not registered with the view loader");
    }
    return supplier.get();
  }
}
