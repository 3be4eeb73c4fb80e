package io.aisle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppPathsTest {
  @TempDir private Path folder;

  @Test
  void workspaceThatWasNamedIsTakenAndItsFoldersAreMade() {
    AppPaths paths = AppPaths.of(Optional.of(folder.resolve("w").toString())).create();
    assertThat(paths.workspace()).isEqualTo(folder.resolve("w"));
    assertThat(paths.store()).isEmptyDirectory();
    assertThat(paths.runs()).isEmptyDirectory();
    assertThat(paths.logs()).isEmptyDirectory();
    assertThat(paths.snapshots()).isEmptyDirectory();
  }

  @Test
  void defaultIsTheFolderOfTheSystemForApplicationData() {
    assertThat(AppPaths.systemDefault("Linux", "/home/ana", Map.of()))
        .isEqualTo("/home/ana/.local/share/aisle");
    assertThat(AppPaths.systemDefault("Linux", "/home/ana", Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo("/data/aisle");
    assertThat(AppPaths.systemDefault("Mac OS X", "/Users/ana", Map.of()))
        .isEqualTo("/Users/ana/Library/Application Support/Aisle");
    assertThat(AppPaths.systemDefault("Windows 11", "C:\\ana", Map.of("LOCALAPPDATA", "C:\\local")))
        .isEqualTo("C:\\local\\Aisle");
    assertThat(AppPaths.systemDefault("Windows 11", "C:\\ana", Map.of()))
        .isEqualTo("C:\\ana\\AppData\\Local\\Aisle");
  }

  @Test
  void nameThatIsNoPathIsBadInput() {
    assertThatThrownBy(() -> AppPaths.of(Optional.of("a\0b")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("choose another");
  }

  @Test
  void fileInTheWayIsASentence() throws IOException {
    Path file = Files.writeString(folder.resolve("store"), "x");
    assertThatThrownBy(() -> new AppPaths(folder, folder).create())
        .isInstanceOf(OperationException.class)
        .hasMessageContaining(file.toString());
  }
}
