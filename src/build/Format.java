import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks ({@code check DIR}) or rewrites ({@code fix DIR}) every Java source below a folder. */
final class Format {
  private Format() {}

  public static void main(String[] arguments) throws Exception {
    boolean fix = arguments[0].equals("fix");
    List<String> call = new ArrayList<>();
    call.addAll(fix ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    try (var files = Files.walk(Path.of(arguments[1]))) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().forEach(call::add);
    }
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    int code = new Main(out, err, System.in).format(call.toArray(String[]::new));
    if (code != 0 && !fix) {
      err.println(
          "The files above are not in the house format; mend: mvn process-classes -Dformat");
    }
    System.exit(code);
  }
}
