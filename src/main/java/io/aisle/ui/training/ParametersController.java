package io.aisle.ui.training;

import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.OneOf;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FieldNodes;
import io.aisle.ui.form.FormField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Protocol and parameters: one page for the protocol and one for each chosen model, each built when
 * it is first looked at.
 */
public final class ParametersController {
  private static final String PROTOCOL = "protocol";

  private final TrainViewModel model;
  private final Texts texts;
  private final FieldNodes nodes;
  private final ToggleGroup group = new ToggleGroup();
  private final Map<String, ToggleButton> tabs = new HashMap<>();
  private final Map<String, Node> pages = new HashMap<>();

  @FXML private Pane tabBar;
  @FXML private ScrollPane scroll;
  @FXML private Button undo;
  @FXML private Button redo;
  @FXML private Label help;

  public ParametersController(TrainViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.nodes = new FieldNodes(texts, this::explain);
  }

  @FXML
  private void initialize() {
    TrainForm form = model.form();
    addTab(PROTOCOL, texts.of("train.protocol.page"), null);
    for (ModelForm each : form.models()) {
      addTab(each.kind().id(), each.title(), each);
    }
    OneOf.keep(group);
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now != null) {
                open((String) now.getUserData());
              }
            });
    tabs.get(PROTOCOL).setSelected(true);
    undo.disableProperty().bind(form.canUndoProperty().not());
    redo.disableProperty().bind(form.canRedoProperty().not());
  }

  private void addTab(String id, String title, ModelForm form) {
    ToggleButton tab = new ToggleButton(title);
    tab.setId("page-" + id);
    tab.setUserData(id);
    tab.setToggleGroup(group);
    tab.getStyleClass().add("page-tab");
    tab.setMinWidth(Region.USE_PREF_SIZE);
    if (form != null) {
      tab.setGraphic(ColouredName.dot(form.colour()));
      Shown.when(tab, form.chosenProperty());
      form.chosenProperty().subscribe((before, on) -> follow(id, on));
    }
    tabs.put(id, tab);
    tabBar.getChildren().add(tab);
  }

  /** The page of a model opens when it is chosen, and closes when it is not. */
  private void follow(String id, boolean chosen) {
    ToggleButton tab = tabs.get(id);
    if (chosen) {
      tab.setSelected(true);
    } else if (tab.isSelected()) {
      tabs.get(PROTOCOL).setSelected(true);
    }
  }

  private void open(String id) {
    scroll.setContent(pages.computeIfAbsent(id, this::page));
    scroll.setVvalue(0);
    help.setText(summary(id));
  }

  private String summary(String id) {
    return model.form().models().stream()
        .filter(each -> each.kind().id().equals(id))
        .map(ModelForm::summary)
        .findFirst()
        .orElse(texts.of("train.protocol.summary"));
  }

  private Node page(String id) {
    List<FormField> fields = fields(id);
    if (fields.isEmpty()) {
      Label none = new Label(texts.of("train.no.parameters"));
      none.getStyleClass().add("muted");
      return none;
    }
    VBox page = new VBox(flow(id, fields.stream().filter(f -> !f.advanced()).toList()));
    page.getStyleClass().add("form");
    List<FormField> advanced = fields.stream().filter(FormField::advanced).toList();
    if (!advanced.isEmpty()) {
      fold(page, id, advanced);
    }
    return page;
  }

  private List<FormField> fields(String id) {
    return model.form().models().stream()
        .filter(each -> each.kind().id().equals(id))
        .map(ModelForm::fields)
        .findFirst()
        .orElse(model.form().dataFields());
  }

  private void fold(VBox page, String id, List<FormField> advanced) {
    Hyperlink more = new Hyperlink();
    more.setId(id + "-advanced");
    more.getStyleClass().add("fold");
    boolean changed = advanced.stream().anyMatch(field -> field.changedProperty().get());
    FlowPane flow = flow(id, advanced);
    flow.setVisible(changed);
    flow.managedProperty().bind(flow.visibleProperty());
    flow.visibleProperty()
        .subscribe(
            open ->
                more.setText(
                    texts.of(open ? "train.advanced.hide" : "train.advanced", advanced.size())));
    more.setOnAction(
        event -> {
          flow.setVisible(!flow.isVisible());
          more.setVisited(false);
        });
    page.getChildren().addAll(more, flow);
  }

  private FlowPane flow(String id, List<FormField> fields) {
    FlowPane flow = new FlowPane();
    flow.getStyleClass().add("field-flow");
    fields.forEach(field -> flow.getChildren().add(nodes.make(id, field)));
    return flow;
  }

  private void explain(FormField field) {
    help.setText(FieldNodes.help(texts, field));
  }

  @FXML
  private void undo() {
    model.form().undo();
    model.planned();
  }

  @FXML
  private void redo() {
    model.form().redo();
    model.planned();
  }

  /** The page that is open gets its defaults back. */
  @FXML
  private void reset() {
    String id = (String) group.getSelectedToggle().getUserData();
    model.form().settle();
    model.form().batch(() -> fields(id).forEach(FormField::reset));
    model.form().settle();
    model.planned();
  }
}
