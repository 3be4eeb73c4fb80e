package io.aisle.core.report.print;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

/**
 * Prints a page of HTML as PDF, its drawings as vectors and its fonts inside. Loads nothing from
 * anywhere. What is neither in Inter nor in GB 2312 has no glyph and is shown as {@code #}.
 * Thread-safe.
 */
public final class PdfPrinter {
  private PdfPrinter() {}

  /**
   * Prints.
   *
   * @param html a whole page; its own style sheets do not count
   * @param tokens style sheet that declares the variables of the other
   * @param css styles of the page and of the drawings in it
   * @param out stays open
   */
  public static void print(String html, String tokens, String css, OutputStream out)
      throws IOException {
    XRLog.setLoggingEnabled(false); // says nothing that could be mended, on the error stream
    PdfRendererBuilder builder = new PdfRendererBuilder();
    PrintFonts.into(builder);
    try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
      builder.useSVGDrawer(drawer);
      builder.useUriResolver((base, uri) -> null);
      builder.usePdfUaAccessibility(true);
      builder.withW3cDocument(
          new W3CDom().fromJsoup(styled(html, Stylesheet.resolve(tokens, css))), null);
      builder.toStream(out);
      builder.run();
    }
  }

  /** A drawing is a document of its own to the printer and does not see the styles of the page. */
  private static Document styled(String html, String css) {
    Document page = Jsoup.parse(html);
    page.getElementsByTag("style").remove();
    PrintLayout.arrange(page);
    page.head().appendElement("style").appendChild(new DataNode(css));
    Stylesheet.inline(css, page.select("svg, svg *"));
    PrintLayout.fit(page);
    return page;
  }
}
