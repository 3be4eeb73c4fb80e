package io.aisle.ui.users;

import io.aisle.core.explanation.Named;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.domain.data.Catalogue;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Finds items of the run that is asked by id or title, as one types. FX thread only. */
public final class ItemFinderViewModel {
  private static final int MOST = 8;
  private static final int LEAST_TYPED = 2;

  private final AttentionViewModel attention;
  private final UsersService service;
  private final Slot<List<Named>> slot;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Named> found = FXCollections.observableArrayList();

  public ItemFinderViewModel(
      AttentionViewModel attention, UsersService service, Background background, Texts texts) {
    this.attention = attention;
    this.service = service;
    this.slot = background.slot(texts.of("users.job.find"));
    typed.subscribe(this::find);
  }

  private void find(String text) {
    slot.clear();
    AttentionViewModel.Asked asked = attention.askedProperty().get();
    if (text.strip().length() < LEAST_TYPED || asked.run() == null) {
      found.clear();
      return;
    }
    RunFolder run = new RunFolder(asked.run().path());
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    slot.read(control -> matches(service.catalogue(run), wanted), found::setAll);
  }

  /** The item of that id first, then those whose title or id has the text. */
  private static List<Named> matches(Catalogue catalogue, String wanted) {
    List<Named> matches = new ArrayList<>();
    for (int at = 0; at < catalogue.items().size(); at++) {
      String id = catalogue.items().get(at);
      String title = catalogue.titles().get(at);
      if (id.toLowerCase(Locale.ROOT).equals(wanted)) {
        matches.addFirst(new Named(id, title));
      } else if (matches.size() < MOST
          && (id.toLowerCase(Locale.ROOT).contains(wanted)
              || title.toLowerCase(Locale.ROOT).contains(wanted))) {
        matches.add(new Named(id, title));
      }
    }
    return matches.subList(0, Math.min(MOST, matches.size()));
  }

  public StringProperty typedProperty() {
    return typed;
  }

  /** At most eight, the likeliest first. */
  public ObservableList<Named> found() {
    return found;
  }
}
