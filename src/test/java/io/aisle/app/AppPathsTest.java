package io.aisle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.app.AppPaths.Origin;
import io.aisle.core.workspace.DefaultWorkspace;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    assertThat(SystemFolder.ofData("Linux", "/home/ana", Map.of()))
        .isEqualTo("/home/ana/.local/share/aisle");
    assertThat(SystemFolder.ofData("Linux", "/home/ana", Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo("/data/aisle");
    assertThat(SystemFolder.ofData("Mac OS X", "/Users/ana", Map.of()))
        .isEqualTo("/Users/ana/Library/Application Support/Aisle");
    assertThat(SystemFolder.ofData("Windows 11", "C:\\ana", Map.of("LOCALAPPDATA", "C:\\local")))
        .isEqualTo("C:\\local\\Aisle");
    assertThat(SystemFolder.ofData("Windows 11", "C:\\ana", Map.of()))
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

  private AppPaths of(Optional<String> wanted, Map<String, String> environment) {
    return AppPaths.of(wanted, environment, folder.resolve("system").toString());
  }

  @Test
  void theFirstThatSpeaksWins() throws IOException {
    Map<String, String> environment = Map.of("AISLE_HOME", "/said");
    assertThat(of(Optional.empty(), Map.of()))
        .extracting(AppPaths::workspace, AppPaths::origin)
        .containsExactly(folder.resolve("system"), Origin.SYSTEM);
    Path mine = Files.createDirectory(folder.resolve("mine"));
    new DefaultWorkspace(folder.resolve("system")).choose(mine);
    assertThat(of(Optional.empty(), Map.of()))
        .extracting(AppPaths::workspace, AppPaths::origin)
        .containsExactly(mine, Origin.REMEMBERED);
    assertThat(of(Optional.empty(), environment))
        .extracting(AppPaths::workspace, AppPaths::origin)
        .containsExactly(Path.of("/said"), Origin.ENVIRONMENT);
    assertThat(of(Optional.of("/named"), environment))
        .extracting(AppPaths::workspace, AppPaths::origin)
        .containsExactly(Path.of("/named"), Origin.NAMED);
  }

  @Test
  void aChosenFolderThatIsNotThereIsNotMadeAnew() {
    Path drive = folder.resolve("drive/mine");
    new DefaultWorkspace(folder.resolve("system")).choose(drive);
    AppPaths paths = of(Optional.empty(), Map.of());
    assertThatThrownBy(paths::create)
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("is not there; connect its drive");
    assertThat(drive).doesNotExist();
  }

  @Test
  void aCopyThatWasCutOffIsNotOpened() throws IOException {
    Files.createFile(folder.resolve("unfinished-copy"));
    assertThatThrownBy(() -> new AppPaths(folder, folder).create())
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("cut off");
  }

  @Test
  void theApplicationIsToldWhoChose() {
    OpenRequest request =
        new OpenRequest(new AppPaths(folder, folder, Origin.REMEMBERED), Optional.empty());
    Map<String, String> named =
        request.parameters().stream()
            .map(each -> each.substring(2).split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertThat(OpenRequest.ofParameters(named).paths().origin()).isEqualTo(Origin.REMEMBERED);
    assertThat(OpenRequest.ofParameters(named).paths().workspace()).isEqualTo(folder);
  }
}
