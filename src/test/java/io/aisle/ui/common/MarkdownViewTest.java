package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.model.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

class MarkdownViewTest {
  @BeforeAll
  static void start() throws TimeoutException {
    var unused = FxToolkit.registerPrimaryStage();
  }

  private static Stream<Node> all(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .flatMap(
            each ->
                each instanceof Parent inner
                    ? Stream.concat(Stream.of(each), all(inner))
                    : Stream.of(each));
  }

  private static List<String> words(Parent page, String style) {
    return all(page)
        .filter(each -> each.getStyleClass().contains(style))
        .map(each -> each instanceof Text text ? text.getText() : ((Label) each).getText())
        .toList();
  }

  @Test
  void everyKindOfBlockHasItsNodes() {
    VBox page =
        MarkdownView.of(
            """
            # Head (`id`)

            Plain, **bold**, *slanted*, `code`
            and [a link](other.md).

                a = b
                c = d

            | name | meaning |
            |---|---|
            | `x` | **much** |

            - first
            - second

            1. one
            """);
    assertThat(page.getChildren()).hasSize(6);
    assertThat(words(page, "strong")).containsExactly("bold", "much");
    assertThat(words(page, "md-emphasis")).containsExactly("slanted");
    assertThat(words(page, "md-code")).containsExactly("id", "code", "x");
    assertThat(words(page, "md-block")).containsExactly("a = b\nc = d");
    assertThat(page.getChildren().get(1).getAccessibleText())
        .isEqualTo("Plain, bold, slanted, code and a link.");
    assertThat(((GridPane) page.getChildren().get(3)).getRowCount()).isEqualTo(2);
    assertThat(all(page).filter(Label.class::isInstance).map(each -> ((Label) each).getText()))
        .contains("•", "1.");
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfAModelsPageIsLeftUnread(ModelKind model) throws IOException {
    VBox page =
        MarkdownView.of(Files.readString(Path.of("docs/models/%s.md".formatted(model.id()))));
    assertThat(page.getChildren()).hasSizeGreaterThan(2);
    assertThat(page.getChildren().getFirst().getStyleClass()).contains("md-h1");
    for (String words : words(page, "md-run")) {
      assertThat(words).doesNotContain("**", "`", "|--", "](");
    }
    for (String words : words(page, "md-block")) {
      assertThat(words).isNotBlank().doesNotContain("**", "`");
    }
  }
}
