package io.aisle.core.about;

import io.aisle.domain.OperationException;
import io.aisle.domain.model.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/** The help pages of the models, files in Markdown beside the program. Thread-safe; blocks. */
public final class ModelPages {
  private final Function<ModelKind, Path> files;

  /**
   * @param files where the page of a model lies
   */
  public ModelPages(Function<ModelKind, Path> files) {
    this.files = files;
  }

  /**
   * The page of a model, in Markdown.
   *
   * @throws OperationException when it is missing
   */
  public String read(ModelKind model) {
    Path page = files.apply(model);
    try {
      return Files.readString(page);
    } catch (NoSuchFileException e) {
      throw new OperationException(
          "The program is incomplete: %s is missing; install Aisle again.".formatted(page), e);
    } catch (IOException e) {
      throw new OperationException(
          "The program is damaged: %s cannot be read; install Aisle again.".formatted(page), e);
    }
  }
}
