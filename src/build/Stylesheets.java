import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.Stylesheet;

/**
 * Writes style sheets in the binary form, which the toolkit takes when it lies beside the text:
 * {@code OUT FILE.css...}; each keeps its path below the folder.
 */
final class Stylesheets {
  private Stylesheets() {}

  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[0]);
    for (int i = 1; i < arguments.length; i++) {
      File binary = out.resolve(arguments[i].replaceAll("css$", "bss")).toFile();
      Files.createDirectories(binary.toPath().getParent());
      Stylesheet.convertToBinary(new File(arguments[i]), binary);
    }
  }
}
