package io.aisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a small repository, with a JDK and a Maven that write down how they are called.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {
  private static final String JDK = "src/build/jdk.sh";

  @TempDir private Path folder;
  private Path repository;
  private Path jdk;
  private Path tools;

  private record Answer(int code, String out, String err) {}

  @BeforeEach
  void layOut() throws IOException {
    repository = Files.createDirectories(folder.resolve("a repository"));
    script(repository.resolve("aisle"), Files.readString(Path.of("aisle")));
    Files.createDirectories(repository.resolve("src/main"));
    Files.createDirectories(repository.resolve("src/build"));
    Files.writeString(repository.resolve(JDK), Files.readString(Path.of(JDK)));
    Files.createDirectories(repository.resolve("fxml"));
    Files.createDirectories(repository.resolve("styles"));
    Files.writeString(repository.resolve("pom.xml"), "<project/>");
    Files.writeString(repository.resolve("src/main/A.java"), "class A {}");
    jdk = jdk("a jdk", "25.0.3");
    tools = Files.createDirectories(folder.resolve("tools"));
    script(
        tools.resolve("mvn"),
        """
        #!/bin/sh
        echo built by maven
        mkdir -p "%1$s/target/classes"
        echo "%1$s/pom.xml" >"%1$s/target/classpath"
        echo x >>"%1$s/builds"
        """
            .formatted(repository));
    past(repository);
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 2\n");
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    return home;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Puts every file a minute back, so that what is written from now on counts as newer. */
  private static void past(Path folder) throws IOException {
    FileTime before = FileTime.from(Instant.now().minusSeconds(60));
    try (var files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, before);
      }
    }
  }

  private Answer run(Path command, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(Path.of("/").toFile());
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("PATH", tools + ":/usr/bin:/bin");
    Path err = folder.resolve("err");
    Process process = builder.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), out, Files.readString(err));
  }

  private int builds() throws IOException {
    Path file = repository.resolve("builds");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  @Test
  void argumentsAndExitCodePassThroughAndTheBuildSpeaksOnTheErrorStreamOnly() throws Exception {
    Answer answer = run(repository.resolve("aisle"), "run", "a file.yaml", "--out", "*");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out().lines())
        .contains("-Daisle.home=" + repository.toRealPath())
        .endsWith("io.aisle.app.Launcher", "run", "a file.yaml", "--out", "*");
    assertThat(answer.out()).doesNotContain("built by maven");
    assertThat(answer.err()).contains("building with Maven", "built by maven");
  }

  @Test
  void buildsOnFirstUseAndAfterAChangeOnly() throws Exception {
    Path aisle = repository.resolve("aisle");
    assertThat(run(aisle).err()).contains("building");
    assertThat(run(aisle).err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
    for (String changed : List.of("pom.xml", "src/main/A.java", "fxml/new.fxml", "styles/n.css")) {
      past(repository);
      int before = builds();
      Files.writeString(repository.resolve(changed), "changed");
      assertThat(run(aisle).err()).as(changed).contains("building");
      assertThat(builds()).isEqualTo(before + 1);
    }
    past(repository);
    Files.writeString(repository.resolve("target/classpath"), folder + "/gone.jar");
    assertThat(run(aisle).err()).contains("building");
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), repository.resolve("aisle"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link.getFileName());
    assertThat(run(second).out()).contains("-Daisle.home=" + repository.toRealPath());
  }

  @Test
  void jdkThatIsTooOldIsPassedOver() throws Exception {
    jdk = jdk("old jdk", "17.0.1");
    change(JDK, "/usr/lib/jvm/*", newJdk() + "/*");
    Answer answer = run(repository.resolve("aisle"));
    assertThat(answer.out()).contains("io.aisle.app.Launcher");
  }

  private void change(String file, String text, String other) throws IOException {
    Path path = repository.resolve(file);
    assertThat(Files.readString(path)).contains(text);
    Files.writeString(path, Files.readString(path).replace(text, other));
  }

  private Path newJdk() throws IOException {
    return jdk("many/new", "26").getParent();
  }

  @Test
  void missingJdkIsASentenceWithTheWayOut() throws Exception {
    change(JDK, "needed=25", "needed=99");
    Answer answer = run(repository.resolve("aisle"));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("no JDK 99", "apt-get install", "JAVA_HOME");
  }

  @Test
  void missingMavenAndAFailingBuildAreSentences() throws Exception {
    script(tools.resolve("mvn"), "#!/bin/sh\nexit 1\n");
    Answer failed = run(repository.resolve("aisle"));
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains("the build failed");
    change("aisle", "command -v mvn", "command -v no-such-mvn");
    Answer missing = run(repository.resolve("aisle"));
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("apt-get install maven");
  }
}
