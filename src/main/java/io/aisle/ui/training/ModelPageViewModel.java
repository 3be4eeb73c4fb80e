package io.aisle.ui.training;

import io.aisle.core.about.ModelPages;
import io.aisle.domain.model.ModelKind;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Texts;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The help page of a model that is open. FX thread only. */
public final class ModelPageViewModel {
  private final ModelPages pages;
  private final Background background;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>();

  public ModelPageViewModel(ModelPages pages, Background background, Texts texts) {
    this.pages = pages;
    this.background = background;
    this.texts = texts;
  }

  /**
   * What is shown.
   *
   * @param title what the page is of
   * @param markdown its text, in English
   * @param foreign whether the window speaks another language than the page
   */
  public record Page(String title, String markdown, boolean foreign) {}

  /** Reads the page of a model and shows it. */
  public void open(ModelKind model) {
    String name = texts.of("model." + model.id());
    boolean foreign = !texts.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    var unused =
        background.read(
            texts.of("models.help.job", name),
            control -> pages.read(model),
            text -> page.set(new Page(texts.of("models.help", name), text, foreign)));
  }

  public void close() {
    page.set(null);
  }

  /** The open page; null when none is. */
  public ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }
}
