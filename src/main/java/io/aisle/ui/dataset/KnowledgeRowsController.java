package io.aisle.ui.dataset;

import io.aisle.domain.data.QueryRow;
import io.aisle.domain.data.ReviewRow;
import io.aisle.domain.data.TripleRow;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;

/** The tables of queries, reviews and triples of a version. */
public final class KnowledgeRowsController {
  private final RowsViewModel model;
  private final RowExport exports;
  private final RowMenus menus;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private Pane pane;
  @FXML private TableView<QueryRow> queries;
  @FXML private TableColumn<QueryRow, String> queryId;
  @FXML private TableColumn<QueryRow, String> query;
  @FXML private TableColumn<QueryRow, String> category;
  @FXML private TableView<ReviewRow> reviews;
  @FXML private TableColumn<ReviewRow, String> user;
  @FXML private TableColumn<ReviewRow, String> item;
  @FXML private TableColumn<ReviewRow, String> rating;
  @FXML private TableColumn<ReviewRow, String> time;
  @FXML private TableColumn<ReviewRow, String> title;
  @FXML private TableColumn<ReviewRow, String> text;
  @FXML private TableView<TripleRow> triples;
  @FXML private TableColumn<TripleRow, String> head;
  @FXML private TableColumn<TripleRow, String> relation;
  @FXML private TableColumn<TripleRow, String> tail;

  public KnowledgeRowsController(
      RowsViewModel model, RowExport exports, RowMenus menus, Texts texts, Numbers numbers) {
    this.model = model;
    this.exports = exports;
    this.menus = menus;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    // tables that are not seen yet are in no scene, so nobody else would hold them
    pane.getProperties().put(KnowledgeRowsController.class, this);
    Cells.text(queryId, row -> row.id() == null ? "" : row.id());
    Cells.text(query, QueryRow::text);
    Cells.text(category, row -> row.category() == null ? "" : row.category());
    Cells.text(user, ReviewRow::user);
    Cells.text(item, ReviewRow::item);
    Cells.number(rating, row -> numbers.free(row.rating()));
    Cells.text(time, row -> numbers.time(row.time()));
    Cells.text(title, row -> row.title() == null ? "" : row.title());
    Cells.text(text, ReviewRow::text);
    Cells.text(head, TripleRow::head);
    Cells.text(relation, TripleRow::relation);
    Cells.text(tail, TripleRow::tail);
    HeadSort<QueryRow> ofQueries = fill(queries, model.knowledge().queries());
    HeadSort<ReviewRow> ofReviews = fill(reviews, model.knowledge().reviews());
    HeadSort<TripleRow> ofTriples = fill(triples, model.knowledge().triples());
    Tables.equip(queries, texts, exports::whenAllowed);
    Tables.equip(reviews, texts, exports::whenAllowed, menus.ofReviews(reviews));
    Tables.equip(triples, texts, exports::whenAllowed);
    sort(ofQueries, model.knowledge().queries(), List.of(queryId, query, category));
    sort(ofReviews, model.knowledge().reviews(), List.of(user, item, rating, time, title, text));
    sort(ofTriples, model.knowledge().triples(), List.of(head, relation, tail));
    Late.show(queries, model.tabProperty().isEqualTo(RowsViewModel.Tab.QUERIES));
    Late.show(reviews, model.tabProperty().isEqualTo(RowsViewModel.Tab.REVIEWS));
    Late.show(triples, model.tabProperty().isEqualTo(RowsViewModel.Tab.TRIPLES));
  }

  private <T> HeadSort<T> fill(TableView<T> table, FoundRows<T> rows) {
    HeadSort<T> heads = new HeadSort<>(table, rows.rowsProperty());
    RowsController.fill(table, rows.rowsProperty(), texts);
    return heads;
  }

  /**
   * @param columns in the order of {@link io.aisle.domain.data.KnowledgeKind}
   */
  private static <T> void sort(
      HeadSort<T> heads, FoundRows<T> rows, List<TableColumn<T, ?>> columns) {
    heads.begin(columns, rows.sortProperty(), rows::sort);
  }
}
