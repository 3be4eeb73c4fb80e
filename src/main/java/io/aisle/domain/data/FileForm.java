package io.aisle.domain.data;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How a file writes its rows, as far as that was said. What is absent is told from the file itself.
 *
 * @param delimiter what stands between the fields of a text file, one character or several
 * @param quote the character round fields that hold delimiters; {@link #NO_QUOTE}: there is none
 * @param encoding of a text file
 * @param header names of the columns of a text file that has no line of them; empty: it has one
 * @param sheet name of a sheet of a workbook
 */
public record FileForm(
    Optional<String> delimiter,
    Optional<Character> quote,
    Optional<Charset> encoding,
    List<String> header,
    Optional<String> sheet) {
  /** A quote that stands in no text. */
  public static final char NO_QUOTE = '\uFFFE';

  /** Nothing was said. */
  public static final FileForm GUESS =
      new FileForm(
          Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  /** A text file with a line of headers. */
  public static FileForm separatedBy(String delimiter) {
    return GUESS.withDelimiter(delimiter);
  }

  public FileForm withDelimiter(String said) {
    return new FileForm(Optional.of(said), quote, encoding, header, sheet);
  }

  public FileForm withQuote(char said) {
    return new FileForm(delimiter, Optional.of(said), encoding, header, sheet);
  }

  public FileForm withEncoding(Charset said) {
    return new FileForm(delimiter, quote, Optional.of(said), header, sheet);
  }

  public FileForm withHeader(List<String> said) {
    return new FileForm(delimiter, quote, encoding, List.copyOf(said), sheet);
  }

  public FileForm withSheet(String said) {
    return new FileForm(delimiter, quote, encoding, header, Optional.of(said));
  }

  /** The same for a file that is no workbook. */
  public FileForm withoutSheet() {
    return new FileForm(delimiter, quote, encoding, header, Optional.empty());
  }

  /** What this form says, and what another one says where this one is silent. */
  public FileForm or(FileForm other) {
    return new FileForm(
        delimiter.or(other::delimiter),
        quote.or(other::quote),
        encoding.or(other::encoding),
        header.isEmpty() ? other.header : header,
        sheet.or(other::sheet));
  }
}
