package io.aisle.core.report.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.testkit.Beside;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@Beside
class StylesheetTest {
  @Test
  void putsTheValuesOfVariablesInTheirPlace() {
    assertThat(
            Stylesheet.resolve(
                ":root { --a: #fff; --b-c: 1px solid $x }", "p{x:var(--a);y:var(--b-c)}"))
        .isEqualTo("p{x:#fff;y:1px solid $x}");
    assertThat(Stylesheet.resolve("", "p { font-weight: 550; }"))
        .isEqualTo("p { font-weight: 500; }");
    assertThatThrownBy(() -> Stylesheet.resolve(":root{}", "p{x:var(--a)}"))
        .hasMessageContaining("--a");
  }

  @Test
  void writesRulesIntoTheElementsThatTheyApplyTo() {
    Document page = Jsoup.parse("<svg><rect class='s0 wide'/><text class='s0'>a</text></svg>");
    String css = "/* {x} */ .s0 { fill: red; }\n@page { size: A4; }\nsvg .wide { fill: blue; }";
    Stylesheet.inline(css, page.select("svg *"));
    assertThat(page.selectFirst("rect").attr("style")).isEqualTo("fill: red;fill: blue;");
    assertThat(page.selectFirst("text").attr("style")).isEqualTo("fill: red;");
  }
}
