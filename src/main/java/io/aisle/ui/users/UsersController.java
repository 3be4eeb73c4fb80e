package io.aisle.ui.users;

import io.aisle.ui.common.Late;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunPicker;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Unfold;
import io.aisle.ui.common.UserErasing;
import io.aisle.ui.common.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** The Users screen: the list of users on the left, one user beside it. */
public final class UsersController {
  private final UsersViewModel model;
  private final Navigator navigator;
  private final UserErasing erasing;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private Region waiting;
  @FXML private Region empty;
  @FXML private Button pickEmpty;
  @FXML private Region content;
  @FXML private ProgressIndicator busy;
  @FXML private ChoiceBox<RunItem> run;
  @FXML private TextField filter;
  @FXML private ToggleButton worst;
  @FXML private ToggleButton best;
  @FXML private ToggleButton cold;
  @FXML private ToggleButton heavy;
  @FXML private ToggleButton beats;
  @FXML private ChoiceBox<RunItem> rival;
  @FXML private Button group;
  @FXML private Label found;
  @FXML private ListView<UserRow> users;
  @FXML private Node historyCard;
  @FXML private Node listsCard;
  @FXML private Node attentionCard;

  private final Map<UserOrder, ToggleButton> chips = new EnumMap<>(UserOrder.class);

  public UsersController(
      UsersViewModel model,
      Navigator navigator,
      UserErasing erasing,
      Texts texts,
      Numbers numbers) {
    this.erasing = erasing;
    this.model = model;
    this.navigator = navigator;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    content.visibleProperty().bind(model.runProperty().isNotNull());
    waiting.visibleProperty().bind(content.visibleProperty().or(model.listedProperty()).not());
    empty.visibleProperty().bind(content.visibleProperty().not().and(model.listedProperty()));
    new RunPicker(model.choices(), texts, numbers).openBy(pickEmpty);
    Shown.when(pickEmpty, Bindings.isNotEmpty(model.choices().all()));
    busy.visibleProperty().bind(Late.of(model.busyProperty()));
    run.setItems(model.chosen());
    run.setConverter(new Words<>(each -> texts.of("users.by", each.name())));
    run.setTooltip(new Tooltip(texts.of("users.run")));
    Selections.bind(run.getSelectionModel(), model.runProperty());
    filter.textProperty().bindBidirectional(model.list().filterProperty());
    filter.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            enterList();
          }
        });
    found.textProperty().bind(model.list().foundProperty());
    chips();
    users.setItems(model.users());
    Label none = new Label(texts.of("users.none"));
    none.setWrapText(true);
    users.setPlaceholder(none);
    users.setCellFactory(list -> new UserCell(numbers));
    users.setContextMenu(menu());
    Selections.bind(users.getSelectionModel(), model.userProperty());
    model.userProperty().subscribe(this::reveal);
    Unfold.when(model.runProperty(), List.of(historyCard, listsCard, attentionCard), () -> {});
  }

  private ContextMenu menu() {
    MenuItem erase = new MenuItem(texts.of("privacy.erase.menu"));
    erase.setId("usersErase");
    erase.disableProperty().bind(Bindings.isNull(users.getSelectionModel().selectedItemProperty()));
    erase.setOnAction(event -> erasing.ask(users.getSelectionModel().getSelectedItem().user()));
    return new ContextMenu(erase);
  }

  private void chips() {
    chips.put(UserOrder.WORST, worst);
    chips.put(UserOrder.BEST, best);
    chips.put(UserOrder.COLD, cold);
    chips.put(UserOrder.HEAVY, heavy);
    chips.put(UserOrder.BEATS, beats);
    beats.setTooltip(new Tooltip(texts.of("users.order.BEATS.tip")));
    beats.disableProperty().bind(Bindings.isEmpty(model.rivals()));
    rival.setItems(model.rivals());
    rival.setConverter(new Words<>(each -> texts.of("users.rival.than", each.name())));
    Selections.bind(rival.getSelectionModel(), model.list().rivalProperty());
    Shown.when(rival, model.list().orderProperty().isEqualTo(UserOrder.BEATS));
    group();
    cold.setTooltip(new Tooltip(texts.of("users.order.COLD.tip")));
    heavy.setTooltip(new Tooltip(texts.of("users.order.HEAVY.tip")));
    model
        .runProperty()
        .subscribe(
            by -> {
              String name = by == null ? "" : by.record().name();
              worst.setTooltip(new Tooltip(texts.of("users.order.WORST.tip", name)));
              best.setTooltip(new Tooltip(texts.of("users.order.BEST.tip", name)));
            });
    model
        .list()
        .orderProperty()
        .subscribe(order -> chips.forEach((each, chip) -> chip.setSelected(each == order)));
  }

  /** What the list is narrowed to by another screen; a press lists all users again. */
  private void group() {
    var shown = model.list().groupProperty();
    group.textProperty().bind(shown.map(UserGroup::name).orElse(""));
    group
        .accessibleTextProperty()
        .bind(shown.map(each -> texts.of("users.group.away", each.name())).orElse(""));
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(group.accessibleTextProperty());
    group.setTooltip(whole);
    Shown.when(group, shown.isNotNull());
  }

  @FXML
  private void leaveGroup() {
    model.list().groupProperty().set(null);
    filter.requestFocus();
  }

  @FXML
  private void order(ActionEvent event) {
    chips.forEach(
        (order, chip) -> {
          if (chip.equals(event.getSource())) {
            model.list().orderProperty().set(chip.isSelected() ? order : UserOrder.NAME);
          }
        });
  }

  private void enterList() {
    users.requestFocus();
    if (!users.getItems().isEmpty() && users.getSelectionModel().getSelectedIndex() < 0) {
      users.getSelectionModel().select(0);
    }
  }

  private void reveal(UserRow row) {
    int index = row == null ? -1 : users.getItems().indexOf(row);
    if (index >= 0) {
      users.scrollTo(Math.max(0, index - 3));
    }
  }

  @FXML
  private void goTraining() {
    navigator.go(new Place.OfScreen(Screen.TRAIN));
  }
}
