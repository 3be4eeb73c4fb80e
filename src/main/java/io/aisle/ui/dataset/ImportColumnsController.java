package io.aisle.ui.dataset;

import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** The second step of an import: what the columns mean. */
public final class ImportColumnsController {
  private static final List<String> ZONES =
      List.of("UTC", "Europe/London", "Europe/Berlin", "America/New_York", "Asia/Shanghai");

  private static final Predicate<String> TOWN =
      Pattern.compile("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*")
          .asMatchPredicate();

  private final ImportViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;
  private final RoleChoices roles;
  private boolean following;

  @FXML private TableView<ColumnChoice> columns;
  @FXML private TableColumn<ColumnChoice, String> header;
  @FXML private TableColumn<ColumnChoice, ColumnChoice> role;
  @FXML private TableColumn<ColumnChoice, String> example;
  @FXML private TableColumn<ColumnChoice, String> reason;
  @FXML private Label roleError;
  @FXML private VBox timeBox;
  @FXML private ComboBox<String> timeFormat;
  @FXML private Label timeError;
  @FXML private Label timeReason;
  @FXML private ComboBox<String> zone;
  @FXML private Label zoneError;
  @FXML private Label kindTitle;
  @FXML private ChoiceBox<EventKind> kind;
  @FXML private VBox words;
  @FXML private VBox personal;
  @FXML private Label itemsFile;
  @FXML private Label itemsError;
  @FXML private VBox itemColumns;
  @FXML private ChoiceBox<String> itemId;
  @FXML private ChoiceBox<Optional<String>> itemTitle;
  @FXML private ChoiceBox<Optional<String>> itemCategory;
  @FXML private Button dropItems;

  private ItemColumns items;
  private WordChoices kinds;
  private PersonalChoices persons;

  public ImportColumnsController(ImportViewModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    this.roles = new RoleChoices(model, texts);
  }

  @FXML
  private void initialize() {
    Cells.text(header, ColumnChoice::header);
    Cells.text(example, ColumnChoice::example);
    Cells.text(reason, choice -> texts.sentence(choice.reason()));
    Cells.node(role, roles::words, roles::chooser);
    kinds = new WordChoices(model, words, texts);
    persons =
        new PersonalChoices(
            personal,
            "personal-",
            texts,
            (column, treatment) -> model.change(s -> s.withTreatment(column, treatment)));
    items = new ItemColumns(model, itemColumns, itemId, itemTitle, itemCategory, texts);
    kindTitle.setLabelFor(kind);
    kind.getItems().setAll(EventKind.values());
    kind.setConverter(new Words<>(each -> texts.word("kind.", each.id())));
    zone.getItems().setAll(zones());
    timeFormat
        .getEditor()
        .textProperty()
        .subscribe(text -> edit(() -> model.change(s -> s.withTimeFormat(text))));
    zone.valueProperty()
        .subscribe(each -> edit(() -> model.change(s -> s.withZone(each == null ? "" : each))));
    kind.valueProperty().subscribe(each -> edit(() -> model.change(s -> s.withKind(each))));
    model.fileProperty().subscribe(this::show);
    model.personalProperty().subscribe(this::show);
    model.stateProperty().subscribe(this::show);
    model.checkProperty().subscribe(this::show);
    model.errorsProperty().subscribe(this::show);
  }

  /** The usual ones and that of this machine, then all that have a town. */
  private static List<String> zones() {
    Set<String> zones = new LinkedHashSet<>(ZONES);
    zones.add(ZoneId.systemDefault().getId());
    ZoneId.getAvailableZoneIds().stream().filter(TOWN).sorted().forEach(zones::add);
    return List.copyOf(zones);
  }

  /** What the user does; not what is shown because the state is another one. */
  private void edit(Runnable change) {
    if (!following && model.stateProperty().get() != null) {
      change.run();
    }
  }

  private void show(FileView look) {
    columns.setItems(
        look == null
            ? FXCollections.observableArrayList()
            : FXCollections.observableArrayList(look.columns()));
    following = true; // choices are shown anew, nothing is chosen
    timeFormat.getItems().setAll(model.timeFormats());
    following = false;
  }

  private void show(List<PersonalColumn> found) {
    persons.show(found);
    if (model.stateProperty().get() != null) {
      persons.show(model.stateProperty().get().privacy());
    }
  }

  private void show(ImportState state) {
    if (state == null) {
      return;
    }
    following = true;
    if (!timeFormat.getEditor().getText().strip().equals(state.timeFormat())) {
      timeFormat.getEditor().setText(state.timeFormat());
    }
    zone.setValue(state.zone());
    kind.setValue(state.kind());
    following = false;
    roles.show(state);
    persons.show(state.privacy());
    items.show(state);
    boolean timed = state.roles().containsValue(ColumnRole.TIME);
    timeBox.setVisible(timed);
    timeBox.setManaged(timed);
    kindTitle.setText(
        texts.of(
            state.roles().containsValue(ColumnRole.KIND)
                ? "import.kind.silent"
                : "import.kind.all"));
    dropItems.setVisible(state.items().isPresent());
  }

  private void show(CheckView check) {
    kinds.show(check);
    timeReason.setText(check == null ? "" : check.time());
    itemsFile.setText(
        check == null || model.stateProperty().get().items().isEmpty()
            ? ""
            : texts.of(
                "import.items.found",
                model.stateProperty().get().items().get().file().getFileName().toString(),
                check.named(),
                check.items()));
    boolean some = !itemsFile.getText().isEmpty();
    itemsFile.setVisible(some);
    itemsFile.setManaged(some);
  }

  private void show(Map<ImportField, String> errors) {
    FieldErrors.show(
        roleError,
        List.of(ImportField.USER, ImportField.ITEM, ImportField.TWICE).stream()
            .map(errors::get)
            .filter(sentence -> sentence != null)
            .collect(Collectors.joining(" ")));
    FieldErrors.show(timeError, errors.get(ImportField.TIME));
    FieldErrors.show(zoneError, errors.get(ImportField.ZONE));
    FieldErrors.show(itemsError, errors.get(ImportField.ITEMS));
  }

  @FXML
  private void addItems() {
    dialogs.open(texts.of("import.items.choose")).ifPresent(model::items);
  }

  @FXML
  private void dropItems() {
    model.change(state -> state.withItems(Optional.empty()));
  }
}
