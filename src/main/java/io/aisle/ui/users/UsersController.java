package io.aisle.ui.users;

import io.aisle.ui.common.NodeListCell;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunPicker;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Users screen: runs and users on the left, one user beside them. */
public final class UsersController {
  private final UsersViewModel model;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private VBox runs;
  @FXML private ChoiceBox<RunItem> run;
  @FXML private TextField filter;
  @FXML private ChoiceBox<UsersViewModel.Order> order;
  @FXML private ListView<UserRow> users;
  @FXML private Region empty;
  @FXML private Region user;

  public UsersController(UsersViewModel model, Texts texts, Numbers numbers) {
    this.model = model;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    RunPicker picker = new RunPicker(model.choices(), texts, numbers);
    javafx.scene.control.Button pick = new javafx.scene.control.Button();
    picker.count(pick);
    picker.openBy(pick);
    runs.getChildren().add(pick);
    run.setItems(model.chosen());
    run.setConverter(new Words<>(each -> each.record().name()));
    Selections.bind(run.getSelectionModel(), model.runProperty());
    filter.textProperty().bindBidirectional(model.filterProperty());
    order.getItems().setAll(UsersViewModel.Order.values());
    order.setConverter(new Words<>(each -> texts.of("users.order." + each.name())));
    order.valueProperty().bindBidirectional(model.orderProperty());
    users.setItems(model.users());
    users.setPlaceholder(new Label(texts.of("users.none")));
    users.setCellFactory(list -> new NodeListCell<>(this::row));
    Selections.bind(users.getSelectionModel(), model.userProperty());
    empty.visibleProperty().bind(model.userProperty().isNull());
    user.visibleProperty().bind(empty.visibleProperty().not());
  }

  private Node row(UserRow row) {
    Label name = new Label(row.user());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label value = new Label(numbers.metric(row.value()));
    value.getStyleClass().add("muted");
    value.setMinWidth(Region.USE_PREF_SIZE);
    return new HBox(8, name, gap, value);
  }
}
