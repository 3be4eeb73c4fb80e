package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Every error that the program can say is said in Chinese too. */
class SentencesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/aisle");
  private static final Sentences CHINESE = Sentences.of(Locale.SIMPLIFIED_CHINESE);
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** What only the command line says, and what hands another sentence on. */
  private static final Set<String> ELSEWHERE = Set.of("app");

  @Test
  void aSentenceIsRecognisedWithWhatWasFilledIn() {
    assertThat(
            CHINESE.spoken(
                "/data/a.csv, row 7: 3 fields where the header has 4; each row needs one field per"
                    + " column"))
        .isEqualTo("/data/a.csv 第 7 行：有 3 个字段，而表头有 4 个；每行每列须有一个字段");
  }

  @Test
  void partsAreSpokenTooAndMayChangePlaces() {
    assertThat(
            CHINESE.spoken(
                "a.csv is a bzip2 file, which cannot be read here: export it as CSV and import"
                    + " that."))
        .isEqualTo("a.csv 是 bzip2 文件，这里无法读取：请导出为 CSV 再导入。");
    assertThat(CHINESE.spoken("Version 2 of \"shop\" is being imported: cancel the import first."))
        .isEqualTo("“shop”的版本 2 正在导入：请先取消导入。");
  }

  @Test
  void whatIsNotKnownStaysAsItIs() {
    assertThat(CHINESE.spoken("Nobody says this.")).isEqualTo("Nobody says this.");
    assertThat(Sentences.of(Locale.ENGLISH).spoken("no user")).isEqualTo("no user");
  }

  @Test
  void everyErrorOfTheProgramHasItsChinese() throws IOException {
    Set<String> said = said();
    assertThat(said).hasSizeGreaterThan(100).contains("%s is a folder: name the files in it.");
    Set<String> missing =
        said.stream()
            .filter(sentence -> !HAN.matcher(CHINESE.spoken(example(sentence))).find())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(missing).isEmpty();
  }

  /** A template as it may come out. */
  private static String example(String template) {
    return template
        .replaceAll("%,?d", "3")
        .replaceAll("%\\.\\df", "3.5")
        .replace("%s", "x")
        .replace("%%", "%");
  }

  /** The templates of all errors that are made outside of the command line. */
  private static Set<String> said() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Set<String> found = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(SOURCES);
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources =
          walk.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !ELSEWHERE.contains(SOURCES.relativize(file).getName(0).toString()))
              .toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      for (var unit : task.parse()) {
        var unused = new Errors(found).scan(unit, null);
      }
    }
    return found;
  }

  private static final class Errors extends TreeScanner<Void, Void> {
    private final Set<String> found;

    Errors(Set<String> found) {
      this.found = found;
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void unused) {
      String type = made.getIdentifier().toString();
      if (type.equals("InputException") || type.equals("OperationException")) {
        templates(made.getArguments().getFirst()).stream()
            .filter(template -> template.matches(".*[a-z]{3}.*[a-z]{3}.*"))
            .forEach(found::add);
      }
      return super.visitNewClass(made, unused);
    }

    private static List<String> templates(ExpressionTree sentence) {
      return switch (sentence) {
        case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
        case ParenthesizedTree within -> templates(within.getExpression());
        case ConditionalExpressionTree either ->
            Stream.of(either.getTrueExpression(), either.getFalseExpression())
                .flatMap(each -> templates(each).stream())
                .toList();
        case BinaryTree joined ->
            templates(joined.getLeftOperand()).stream()
                .flatMap(
                    left -> templates(joined.getRightOperand()).stream().map(right -> left + right))
                .toList();
        case MethodInvocationTree call when formats(call) ->
            templates(((MemberSelectTree) call.getMethodSelect()).getExpression());
        default -> List.of("%s");
      };
    }

    private static boolean formats(MethodInvocationTree call) {
      return call.getMethodSelect() instanceof MemberSelectTree select
          && select.getIdentifier().contentEquals("formatted");
    }
  }
}
