package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.training.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLicenceTest {
  private final List<String> asked = new ArrayList<>();
  private boolean answer;

  @TempDir Path folder;

  @Test
  void rowsUnderAFreeLicenceGoOutUnasked() throws IOException {
    assertThat(leaves("CC BY 4.0")).isTrue();
    assertThat(leaves(null)).isTrue();
    assertThat(asked).isEmpty();
  }

  @Test
  void rowsUnderARestrictedLicenceStayUntilTheAnalystSaysSo() throws IOException {
    assertThat(leaves("CC BY-NC 4.0")).isFalse();
    assertThat(asked).singleElement().asString().contains("CC BY-NC 4.0");
    answer = true;
    assertThat(leaves("CC BY-NC 4.0")).isTrue();
  }

  private boolean leaves(String licence) throws IOException {
    Path file = Files.createDirectories(folder.resolve("data")).resolve("licence.txt");
    Files.deleteIfExists(file);
    if (licence != null) {
      Files.writeString(file, licence);
    }
    boolean[] left = {false};
    new RunLicence(
            new Background(new CallerJobRunner(), Runnable::run, new Notices(Runnable::run)),
            new LicenceQuestion(new Asked(), new Texts(Locale.ENGLISH)))
        .whenAllowed("save", new RunFolder(folder), "shop", () -> left[0] = true);
    return left[0];
  }

  private final class Asked implements Dialogs {
    @Override
    public Optional<Path> open(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String name) {
      return Optional.empty();
    }

    @Override
    public boolean confirm(String title, String question, String action) {
      asked.add(question);
      return answer;
    }
  }
}
