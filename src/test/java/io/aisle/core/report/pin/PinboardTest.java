package io.aisle.core.report.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
class PinboardTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  private Pinboard board() {
    return new Pinboard(folder.resolve("pins"), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Pin draft(String title) {
    return new Pin(
        "",
        0,
        null,
        title,
        "",
        "",
        "<svg/>",
        List.of("a"),
        List.of(List.of("1")),
        List.of(),
        List.of(),
        "");
  }

  @Test
  void keepsPinsInOrderAndForLater() {
    Pin first = board().add(draft("one"));
    Pin second = board().add(draft("two"));
    assertThat(board().pins()).containsExactly(first, second);
    assertThat(first.pinned()).isEqualTo(NOW);
    board().write(second.withNote("mine"));
    board().order(List.of(second.id(), first.id()));
    assertThat(board().pins()).extracting(Pin::title).containsExactly("two", "one");
    assertThat(board().pins().getFirst().note()).isEqualTo("mine");
  }

  @Test
  void aNewPinNeverTakesTheFileOfAnother() {
    Pin first = board().add(draft("one"));
    Pin second = board().add(draft("two"));
    board().remove(first.id());
    Pin third = board().add(draft("three"));
    assertThat(third.id()).isNotEqualTo(second.id());
    assertThat(board().pins()).extracting(Pin::title).containsExactly("two", "three");
    board().remove(first.id());
  }

  @Test
  void namesTheFileThatIsNoPin() throws IOException {
    board().add(draft("one"));
    Path broken = folder.resolve("pins/broken.json");
    Files.writeString(broken, "{\"title\": ");
    assertThatThrownBy(() -> board().pins())
        .isInstanceOf(InputException.class)
        .hasMessageContaining(broken.toString())
        .hasMessageContaining("delete the file");
  }
}
