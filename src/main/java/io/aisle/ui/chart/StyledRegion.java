package io.aisle.ui.chart;

import io.aisle.core.comparison.Palette;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** A region whose colours and font are CSS properties, so a theme changes them like any other. */
@SuppressWarnings(
    "this-escape") // the properties need the region they belong to, and call nothing of it
abstract class StyledRegion extends Region {
  /** Number of series colours. */
  public static final int SERIES = Palette.SIZE;

  private static final StyleablePropertyFactory<StyledRegion> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final List<String> INKS =
      List.of("ink", "muted", "grid", "surface", "raised", "accent", "good", "bad");
  private static final List<CssMetaData<StyledRegion, Color>> COLOURS = colours();
  private static final CssMetaData<StyledRegion, Font> FONT =
      FACTORY.createFontCssMetaData("-fx-font", region -> region.font, Font.getDefault(), true);

  private final List<StyleableProperty<Color>> colours =
      COLOURS.stream().map(data -> property(data, Color.GRAY)).toList();
  private final StyleableProperty<Font> font = property(FONT, Font.getDefault());
  private Look borrowed;
  private Fonts fonts = new Fonts(Font.getDefault().getFamily());

  /** Draws something with other colours and fonts than those of now. */
  final <T> T lookingLike(Look other, Supplier<T> drawing) {
    borrowed = other;
    try {
      return drawing.get();
    } finally {
      borrowed = null;
    }
  }

  /** The colours and fonts of now. */
  final Look look() {
    if (borrowed != null) {
      return borrowed;
    }
    String family = font.getValue().getFamily();
    if (!family.equals(fonts.family())) {
      fonts = new Fonts(family);
    }
    List<Color> now = colours.stream().map(StyleableProperty::getValue).toList();
    return new Look(
        now.get(0),
        now.get(1),
        now.get(2),
        now.get(3),
        now.get(4),
        now.get(5),
        now.get(6),
        now.get(7),
        now.subList(INKS.size(), now.size()),
        fonts);
  }

  /** A colour or the font changed. */
  abstract void restyled();

  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return getClassCssMetaData();
  }

  private <T> StyleableProperty<T> property(CssMetaData<StyledRegion, T> data, T initial) {
    return new SimpleStyleableObjectProperty<>(data, this, data.getProperty(), initial) {
      @Override
      protected void invalidated() {
        restyled();
      }
    };
  }

  private static List<CssMetaData<StyledRegion, Color>> colours() {
    return IntStream.range(0, INKS.size() + SERIES)
        .mapToObj(
            index ->
                colour(
                    index < INKS.size() ? INKS.get(index) : "series-" + (index - INKS.size() + 1),
                    region -> region.colours.get(index)))
        .toList();
  }

  private static CssMetaData<StyledRegion, Color> colour(
      String name, Function<StyledRegion, StyleableProperty<Color>> property) {
    return FACTORY.createColorCssMetaData("-aisle-" + name, property, Color.GRAY);
  }
}
