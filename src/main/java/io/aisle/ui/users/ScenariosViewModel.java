package io.aisle.ui.users;

import io.aisle.core.explanation.EditSection;
import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.explanation.HistoryEdit;
import io.aisle.domain.settings.Scenarios;
import io.aisle.domain.settings.Scenarios.Scenario;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The named scenarios of one user. FX thread only. */
public final class ScenariosViewModel {
  private final SettingsFile<Scenarios> file;
  private final Background background;
  private final Texts texts;
  private final ObservableList<Scenario> ofUser = FXCollections.observableArrayList();
  private List<Scenario> all = List.of();
  private String user = "";

  public ScenariosViewModel(SettingsFile<Scenarios> file, Background background, Texts texts) {
    this.file = file;
    this.background = background;
    this.texts = texts;
    var unused =
        background.read(
            texts.of("users.job.scenarios"),
            control -> file.load(),
            read -> {
              all = read.scenarios();
              show(user);
            });
  }

  /** Shows those of a user. */
  void show(String wanted) {
    user = wanted == null ? "" : wanted;
    ofUser.setAll(all.stream().filter(each -> each.user().equals(user)).toList());
  }

  /** Keeps edits under a name; a scenario of that name and user is replaced. */
  void keep(String name, List<HistoryEdit> edits) {
    List<Scenario> next = new ArrayList<>(all);
    next.removeIf(each -> each.name().equals(name) && each.user().equals(user));
    next.add(new Scenario(name, user, EditSection.write(edits)));
    all = List.copyOf(next);
    show(user);
    Scenarios kept = new Scenarios(all);
    var unused =
        background.read(
            texts.of("users.job.scenarios"),
            control -> {
              file.save(kept);
              return kept;
            },
            done -> {});
  }

  /** Those of the user who is shown. */
  public ObservableList<Scenario> ofUser() {
    return ofUser;
  }
}
