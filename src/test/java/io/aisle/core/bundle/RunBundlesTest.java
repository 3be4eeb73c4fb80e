package io.aisle.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.domain.InputException;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles go out and come in whole, and one that was tampered with does not come in at all. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunBundlesTest {
  private static final String MANIFEST = "aisle-run.json";

  private final RunBundles bundles = new RunBundles();
  private RunFolder run;
  private Path bundle;
  private Path runs;

  @BeforeAll
  void bundleARun(@TempDir Path shared) throws IOException {
    PlantedSplit.write(shared);
    run =
        LocalRuns.train(
            shared,
            """
            name: "Most wanted: 第一"
            split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
            model: {kind: popularity}
            """,
            shared.resolve("popular"));
    Files.writeString(run.path().resolve("lock"), "");
    bundle = shared.resolve("popular.aisle-run");
    bundles.write(run, bundle);
  }

  @BeforeEach
  void emptyWorkspace(@TempDir Path workspace) {
    runs = workspace.resolve("runs");
  }

  @Test
  void runComesInAsItWentOut() throws IOException {
    Path there = bundles.open(bundle, runs);
    assertThat(there).isEqualTo(runs.resolve("most-wanted-第一"));
    Map<String, String> wanted = content(run.path());
    assertThat(wanted.remove("lock")).isNotNull();
    assertThat(content(there)).isEqualTo(wanted);
    assertThat(new RunFolder(there).record()).isEqualTo(run.record());
    assertThat(Files.getLastModifiedTime(there.resolve("run.json")).toMillis() / 2000)
        .isEqualTo(Files.getLastModifiedTime(run.runJson()).toMillis() / 2000);
    assertThat(runs).isDirectoryNotContaining("glob:**/.incoming*");
  }

  @Test
  void runThatIsThereIsNotBroughtTwiceAndAnotherOfItsNameStandsBeside() throws IOException {
    Path first = bundles.open(bundle, runs);
    assertThat(bundles.open(bundle, runs)).isEqualTo(first);
    Files.writeString(first.resolve("run.json"), Files.readString(first.resolve("run.json")) + " ");
    assertThat(bundles.open(bundle, runs)).isEqualTo(runs.resolve("most-wanted-第一-2"));
  }

  @Test
  void whatAKillHasLeftIsTakenAway() throws IOException {
    Files.createDirectories(runs.resolve(".incoming/run"));
    Files.writeString(runs.resolve(".incoming/run/request.json"), "{}");
    bundles.open(bundle, runs);
    assertThat(runs.resolve(".incoming")).doesNotExist();
  }

  @Test
  void unbundlingNeverTouchesAFolderThatIsThere() throws IOException {
    Path there = Files.createDirectories(runs.resolve("mine"));
    refused(() -> bundles.extract(bundle, there), "is there already");
    Path out = runs.resolve("deep/er/copy");
    assertThat(new RunFolder(bundles.extract(bundle, out)).record()).isEqualTo(run.record());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../evil.sh",
        "/etc/evil",
        "data/../../evil",
        "data\\evil",
        ".hidden",
        "data//x",
        "c:evil",
        "data/.",
        "a/b/c/d/e/f"
      })
  void nameThatLeavesTheFolderIsRefused(String name) {
    Path hostile =
        changed(
            entries -> {
              byte[] log = entries.remove("run/log.txt");
              entries.put("run/" + name, log);
              entries.put(
                  MANIFEST,
                  text(entries.get(MANIFEST))
                      .replace("log.txt", json(name))
                      .getBytes(StandardCharsets.UTF_8));
              return entries;
            });
    refusedWhole(hostile, "which no run has");
  }

  @Test
  void contentThatIsNotWhatWasBundledIsRefused() {
    Path swapped =
        changed(
            entries -> {
              byte[] top = entries.get("run/topk.tsv");
              top[top.length - 2] ^= 1;
              return entries;
            });
    refusedWhole(swapped, "topk.tsv is not what was bundled");
  }

  @Test
  void moreThanWasDeclaredIsNotWritten() {
    Path bomb =
        changed(
            entries -> {
              entries.put("run/log.txt", new byte[50 << 20]);
              return entries;
            });
    refusedWhole(bomb, "log.txt has not the size");
  }

  @Test
  void fileMoreOrLessIsNamed() {
    refusedWhole(
        changed(
            entries -> {
              entries.put("run/extra.txt", new byte[1]);
              return entries;
            }),
        "run/extra.txt");
    refusedWhole(
        changed(
            entries -> {
              entries.remove("run/per-user.tsv");
              return entries;
            }),
        "run/per-user.tsv");
  }

  @Test
  void otherVersionOtherProtocolAndNoBundleAtAllAreSaid() throws IOException {
    refusedWhole(manifest(tree -> tree.put("format", 99)), "is of format 99");
    refusedWhole(manifest(tree -> tree.put("protocolHash", "0")), "another protocol");
    refusedWhole(manifest(tree -> tree.putArray("files").removeAll()), "incomplete");
    Path text = Files.writeString(runs.resolveSibling("text.aisle-run"), "no zip");
    refusedWhole(text, "is no run bundle");
    byte[] whole = Files.readAllBytes(bundle);
    Path half = runs.resolveSibling("half.aisle-run");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    refusedWhole(half, "only a part");
    refusedWhole(runs.resolveSibling("missing.aisle-run"), "is no file");
    refusedWhole(
        changed(
            entries -> {
              entries.remove(MANIFEST);
              return entries;
            }),
        "has no " + MANIFEST);
  }

  @Test
  void unfinishedRunIsNotHandedOver() throws IOException {
    Path folder = Files.createDirectories(runs.resolve("half"));
    Files.writeString(folder.resolve("request.json"), "{}");
    refused(() -> bundles.write(new RunFolder(folder), bundle), "unfinished");
  }

  private void refusedWhole(Path hostile, String why) {
    refused(() -> bundles.open(hostile, runs), why);
    assertThat(runs).isEmptyDirectory();
    assertThat(runs.resolveSibling("evil")).doesNotExist();
  }

  private static void refused(ThrowableAssert.ThrowingCallable call, String why) {
    assertThatThrownBy(call)
        .isInstanceOf(InputException.class)
        .message()
        .contains(why)
        .hasLineCount(1);
  }

  private Path manifest(Consumer<ObjectNode> change) {
    return changed(
        entries -> {
          try {
            ObjectNode tree = (ObjectNode) RunJson.mapper().readTree(entries.get(MANIFEST));
            change.accept(tree);
            entries.put(MANIFEST, RunJson.mapper().writeValueAsBytes(tree));
            return entries;
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  /** The bundle with other entries. */
  private Path changed(UnaryOperator<Map<String, byte[]>> change) {
    Path other = runs.resolveSibling("other.aisle-run");
    try (ZipFile zip = new ZipFile(bundle.toFile());
        OutputStream file = Files.newOutputStream(other);
        ZipOutputStream out = new ZipOutputStream(file)) {
      Map<String, byte[]> entries = new LinkedHashMap<>();
      for (ZipEntry entry : zip.stream().toArray(ZipEntry[]::new)) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        zip.getInputStream(entry).transferTo(bytes);
        entries.put(entry.getName(), bytes.toByteArray());
      }
      for (var entry : change.apply(entries).entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
      return other;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String json(String name) {
    return name.replace("\\", "\\\\");
  }

  private static Map<String, String> content(Path folder) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(
            folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return content;
  }
}
