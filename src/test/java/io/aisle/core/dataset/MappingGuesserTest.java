package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.FileForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingGuesserTest {
  @TempDir Path folder;

  private MappingGuess guess(String content) throws IOException {
    return MappingGuesser.guess(
        Files.writeString(folder.resolve("file.csv"), content), ColumnMapping.GUESS);
  }

  @Test
  void rolesAreFoundByUsualNamesWhateverTheirSpelling() throws IOException {
    MappingGuess guess =
        guess(
            "event_time,event_type,product_id,category_code,brand,price,user_id,user_session\n"
                + "2019-10-01 00:00:00 UTC,view,44600062,,shiseido,35.79,541312140,72d7\n");
    assertThat(guess.mapping().columns())
        .containsEntry(ColumnRole.USER, "user_id")
        .containsEntry(ColumnRole.ITEM, "product_id")
        .containsEntry(ColumnRole.TIME, "event_time")
        .containsEntry(ColumnRole.KIND, "event_type")
        .containsEntry(ColumnRole.SESSION, "user_session")
        .containsEntry(ColumnRole.CATEGORY, "category_code")
        .doesNotContainValue("brand");
    assertThat(guess.mapping().timeFormat()).contains("yyyy-MM-dd HH:mm:ss VV");
    assertThat(guess.columns()).allMatch(column -> !column.reason().isBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1260759144|epoch-seconds|2009-12-14T02:52:24Z",
        "1433221332117|epoch-millis|2015-06-02T05:02:12.117Z",
        "2011-12-09 12:50:00|yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS]|2011-12-09T12:50:00Z",
        "2011-12-09T12:50:00+02:00|yyyy-MM-dd'T'HH:mm:ss[.SSSSSS][.SSS][XXX]|2011-12-09T10:50:00Z",
        "2011-12-09T12:50:00.250Z|yyyy-MM-dd'T'HH:mm:ss[.SSSSSS][.SSS][XXX]|2011-12-09T12:50:00.250Z",
        "2011-12-09|yyyy-MM-dd|2011-12-09T00:00:00Z",
        "12/31/2010 8:26|M/d/yyyy H:mm[:ss]|2010-12-31T08:26:00Z",
        "31/12/2010 8:26|d/M/yyyy H:mm[:ss]|2010-12-31T08:26:00Z",
        "31.12.2010 08:26:01|d.M.yyyy H:mm[:ss]|2010-12-31T08:26:01Z",
        "20101231|yyyyMMdd|2010-12-31T00:00:00Z",
      })
  void timesAreRecognised(String text, String format, Instant instant) throws IOException {
    MappingGuess guess = guess("user;item;time\na;x;" + text + "\n");
    assertThat(guess.mapping().timeFormat()).contains(format);
    assertThat(new TimeParser(format, ZoneOffset.UTC).parse(text).orElseThrow())
        .isEqualTo(instant.toEpochMilli());
  }

  @Test
  void aDateThatCouldBeReadTwoWaysIsNoted() throws IOException {
    MappingGuess guess = guess("user,item,time\na,x,1/2/2011 10:00\n");
    assertThat(guess.notes()).anyMatch(note -> note.contains("also fit d/M/yyyy H:mm[:ss]"));
  }

  @Test
  void aColumnOfTimesIsFoundByItsValues() throws IOException {
    MappingGuess guess = guess("user,item,seen\na,x,2011-01-02 10:00:00\n");
    assertThat(guess.mapping().columns()).containsEntry(ColumnRole.TIME, "seen");
  }

  @ParameterizedTest
  @CsvSource({"rating,RATING", "price,PURCHASE", "other,OTHER"})
  void theKindOfEventsFollowsFromTheColumns(String column, EventKind kind) throws IOException {
    assertThat(guess("user,item," + column + "\na,x,1\n").mapping().defaultKind()).contains(kind);
  }

  @Test
  void whoNamesColumnsButLeavesOutTheRatingDoesNotGetIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("r.csv"), "userId,movieId,rating,timestamp\n1,2,3,1260759144\n");
    ColumnMapping given =
        new ColumnMapping(
            Map.of(ColumnRole.USER, "userId", ColumnRole.ITEM, "movieId"),
            FileForm.GUESS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty());
    assertThat(MappingGuesser.guess(file, given).mapping().columns())
        .containsOnlyKeys(ColumnRole.USER, ColumnRole.ITEM, ColumnRole.TIME);
  }

  @Test
  void timesWithoutAZoneAreReadInTheZoneOfTheMapping() {
    TimeParser parser = new TimeParser("yyyy-MM-dd HH:mm", ZoneId.of("Europe/London"));
    assertThat(parser.parse("2011-07-01 12:00").orElseThrow())
        .isEqualTo(Instant.parse("2011-07-01T11:00:00Z").toEpochMilli());
    assertThat(parser.parse("2011-02-29 12:00")).isEmpty();
  }

  @Test
  void aTimeColumnThatNobodyCanReadIsSaid() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> guess("user,item,time\na,x,yesterday\n"))
        .withMessageContaining("column \"time\"")
        .withMessageContaining("yesterday")
        .withMessageContaining("time: {format");
  }

  @Test
  void theDelimiterIsTheOneThatGivesTheHeadersColumnsInMostRows() throws IOException {
    String text = "user\titem\ttitle\na\tx\tone, two, three\nb\ty\tfour, five\n";
    assertThat(guess(text).mapping().form().delimiter()).contains("\t");
    assertThat(guess(text).firstRows())
        .containsExactly(List.of("a", "x", "one, two, three"), List.of("b", "y", "four, five"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "用户编号,商品编号,行为类型,时间,单价,数量,订单编号; 1,2,购买,2024-01-05,3.5,1,7; PURCHASE",
        "用戶ID,商品編號,行為,時間,單價,數量,訂單編號; 1,2,加入購物車,2024-01-05,3.5,1,7; CART",
        "Kundennr.,Artikel-Nr,Aktion,Bestelldatum,Einzelpreis,Stückzahl,Rechnungs-Nr;"
            + " 1,2,Kauf,05.01.2024 10:30,3.5,1,7; PURCHASE",
        "Client,Réf. produit,Type d'événement,Date,Prix unitaire,Quantité,N° facture; 1,2,Ajout au"
            + " panier,2024-01-05,3.5,1,7; CART",
        "Usuario,Código producto,Acción,Fecha,Precio,Cantidad,Pedido;"
            + " 1,2,visita,2024-01-05,3.5,1,7; VIEW",
        "ユーザーＩＤ,商品コード,行動,購入日,単価,個数,注文番号; 1,2,クリック,2024-01-05,3.5,1,7; CLICK",
      })
  void headersOfOtherLanguagesAreRead(String header, String row, EventKind kind)
      throws IOException {
    List<String> names = List.of(header.split(",", -1));
    assertThat(guess(header + "\n" + row + "\n").mapping().columns())
        .containsEntry(ColumnRole.USER, names.get(0))
        .containsEntry(ColumnRole.ITEM, names.get(1))
        .containsEntry(ColumnRole.KIND, names.get(2))
        .containsEntry(ColumnRole.TIME, names.get(3))
        .containsEntry(ColumnRole.PRICE, names.get(4))
        .containsEntry(ColumnRole.QUANTITY, names.get(5))
        .containsEntry(ColumnRole.SESSION, names.get(6));
    assertThat(new KindWords(Map.of(), EventKind.OTHER).of(row.split(",", -1)[2])).contains(kind);
  }

  @Test
  void aColumnOfWordsIsNoNumberWhateverItsName() throws IOException {
    MappingGuess guess = guess("user,item,note\nu,i,call back\nv,j,ok\n");
    assertThat(guess.mapping().columns()).doesNotContainKey(ColumnRole.VALUE);
    assertThat(guess.columns().getLast().reason()).contains("none of its values is a number");
    assertThat(guess("user,item,note\nu,i,4\nv,j,5\n").mapping().columns())
        .containsEntry(ColumnRole.VALUE, "note");
  }
}
