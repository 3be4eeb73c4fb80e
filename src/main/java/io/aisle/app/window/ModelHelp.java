package io.aisle.app.window;

import io.aisle.core.job.SystemOpener;
import io.aisle.domain.OperationException;
import io.aisle.domain.model.ModelKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Opens a model's help page, which is a file beside the program, with what the system has. */
record ModelHelp(Frame frame) implements Consumer<ModelKind> {
  @Override
  public void accept(ModelKind model) {
    Path page = frame.paths().modelPage(model);
    String name = frame.texts().of("model." + model.id());
    var unused =
        frame
            .background()
            .read(
                frame.texts().of("models.help.job", name),
                control -> {
                  if (!Files.isRegularFile(page)) {
                    throw new OperationException(
                        "The program is incomplete: %s is missing; install Aisle again."
                            .formatted(page));
                  }
                  SystemOpener.ofThisSystem().open(page);
                  return page;
                },
                opened -> {});
  }
}
