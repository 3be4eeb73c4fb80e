package io.aisle.core.report.print;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;

/**
 * The fonts that go into printed pages. They come along with the program, for a page is to look the
 * same wherever it is printed: Inter, Noto Sans Mono for commands and files, and Noto Sans SC cut
 * down to GB 2312 for what these lack.
 */
final class PrintFonts {
  private static final Set<FSFontUseCase> TEXT =
      EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
  private static final Set<FSFontUseCase> WHAT_IS_LACKING =
      EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG, FSFontUseCase.FALLBACK_PRE);

  private PrintFonts() {}

  static void into(PdfRendererBuilder builder) {
    add(builder, "Inter-Regular.ttf", "Inter", 400, TEXT);
    add(builder, "Inter-Bold.ttf", "Inter", 700, TEXT);
    add(builder, "NotoSansMono-Latin.ttf", "Noto Sans Mono", 400, TEXT);
    add(builder, "NotoSansSC-GB2312.ttf", "Noto Sans SC", 400, WHAT_IS_LACKING);
  }

  private static void add(
      PdfRendererBuilder builder, String file, String family, int weight, Set<FSFontUseCase> uses) {
    FSSupplier<InputStream> font =
        () -> PrintFonts.class.getResourceAsStream("/fonts/print/" + file);
    builder.useFont(font, family, weight, FontStyle.NORMAL, true, uses);
  }
}
