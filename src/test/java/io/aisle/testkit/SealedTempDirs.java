package io.aisle.testkit;

import io.aisle.store.sealed.DataKey;
import io.aisle.store.sealed.Sealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Temporary folders whose files are encrypted. With {@code
 * -Djunit.jupiter.tempdir.factory.default=io.aisle.testkit.SealedTempDirs} any test shows whether
 * what it tests works in an encrypted workspace; those that hand their files to the system, or make
 * a workspace below the folder, cannot.
 */
public final class SealedTempDirs implements TempDirFactory {
  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    DataKey key = DataKey.random();
    return Sealed.mount(Files.createTempDirectory("aisle-sealed"), () -> key).folder();
  }
}
