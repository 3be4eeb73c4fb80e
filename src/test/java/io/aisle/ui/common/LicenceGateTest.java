package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.training.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenceGateTest {
  private final AskedDialogs dialogs = new AskedDialogs();

  @TempDir Path folder;

  @Test
  void rowsUnderAFreeLicenceGoOutUnasked() throws IOException {
    assertThat(leaves("CC BY 4.0")).isTrue();
    assertThat(leaves(null)).isTrue();
    assertThat(dialogs.asked()).isEmpty();
  }

  @Test
  void rowsUnderARestrictedLicenceStayUntilTheAnalystSaysSo() throws IOException {
    assertThat(leaves("CC BY-NC 4.0")).isFalse();
    assertThat(dialogs.asked()).singleElement().asString().contains("CC BY-NC 4.0");
    dialogs.answer(true);
    assertThat(leaves("CC BY-NC 4.0")).isTrue();
  }

  private boolean leaves(String licence) throws IOException {
    Path file = Files.createDirectories(folder.resolve("data")).resolve("licence.txt");
    Files.deleteIfExists(file);
    if (licence != null) {
      Files.writeString(file, licence);
    }
    boolean[] left = {false};
    gate().whenAllowed("save", new RunFolder(folder), "shop", () -> left[0] = true);
    return left[0];
  }

  @Test
  void aViewWithoutRowsPassesAndOneOfAUserIsAskedFor() {
    ViewOrigin figures =
        new ViewOrigin("", List.of(Pin.Source.ofData("shop:1", "f")), List.of("aisle versions"));
    assertThat(passes(Optional.empty())).isTrue();
    assertThat(passes(Optional.of(figures))).isTrue();
    assertThat(dialogs.asked()).isEmpty();
    assertThat(passes(Optional.of(figures.under(() -> "for internal use only")))).isFalse();
    assertThat(dialogs.asked()).hasSize(1);
  }

  private boolean passes(Optional<ViewOrigin> origin) {
    boolean[] left = {false};
    gate().of("save", () -> origin).whenAllowed(() -> left[0] = true);
    return left[0];
  }

  private LicenceGate gate() {
    return new LicenceGate(
        new Background(new CallerJobRunner(), Runnable::run, new Notices(Runnable::run)),
        new LicenceQuestion(dialogs, new Texts(Locale.ENGLISH)));
  }
}
