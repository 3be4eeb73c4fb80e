package io.aisle.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructor;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.aisle.core.job.WorkerOp;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The rules of the house, for any root package: the program's own, and the one below which each
 * rule has a planted violation.
 */
final class ArchitectureRules {
  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  /** Every rule under a short name. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("layers", layers());
    rules.put("javafx", only("javafx..", "ui", "app"));
    rules.put("djl", only("ai.djl..", "ml.neural"));
    rules.put(
        "sql",
        onlyAny(new String[] {"java.sql..", "javax.sql..", "org.h2..", "org.jdbi.."}, "store"));
    rules.put("controllers", controllers());
    rules.put("viewModels", viewModels());
    rules.put("platform", platform());
    rules.put("threads", threads());
    rules.put("randomness", randomness());
    rules.put("files", files());
    rules.put("operations", operations());
    rules.put("statics", fields().that().areStatic().should().beFinal());
    rules.put("singletons", singletons());
    rules.put("streams", streams());
    rules.put("genericExceptions", noClasses().should(THROW_GENERIC_EXCEPTIONS));
    rules.put("screens", screens());
    rules.put("coreCycles", slices().matching(root + ".core.(*)..").should().beFreeOfCycles());
    rules.put("mlCycles", slices().matching(root + ".ml.(*)..").should().beFreeOfCycles());
    rules.put("jobsKnowNoFeature", jobsKnowNoFeature());
    rules.put("domain", domain());
    return rules;
  }

  private String in(String room) {
    return root + "." + room + "..";
  }

  private String[] in(String... rooms) {
    String[] patterns = new String[rooms.length];
    for (int i = 0; i < rooms.length; i++) {
      patterns[i] = in(rooms[i]);
    }
    return patterns;
  }

  private ArchRule layers() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(root + "..")
        .layer("app")
        .definedBy(in("app"))
        .layer("ui")
        .definedBy(in("ui"))
        .layer("core")
        .definedBy(in("core"))
        .layer("store")
        .definedBy(in("store"))
        .layer("ml")
        .definedBy(in("ml"))
        .layer("domain")
        .definedBy(in("domain"))
        .whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("ui")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("core")
        .mayOnlyBeAccessedByLayers("app", "ui")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("app", "core")
        .whereLayer("ml")
        .mayOnlyBeAccessedByLayers("app", "core")
        .ensureAllClassesAreContainedInArchitectureIgnoring(root);
  }

  private ArchRule only(String library, String... rooms) {
    return onlyAny(new String[] {library}, rooms);
  }

  private ArchRule onlyAny(String[] libraries, String... rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in(rooms))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private ArchRule controllers() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(in("core"));
  }

  private ArchRule viewModels() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..");
  }

  private ArchRule platform() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("ui.common", "app"))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javafx.application.Platform");
  }

  private ArchRule threads() {
    ArchCondition<JavaClass> makeThreadsOrProcesses =
        dependOnClassesThat(
                describe(
                    "make threads or processes",
                    type ->
                        type.isEquivalentTo(Executors.class)
                            || type.isEquivalentTo(ThreadPoolExecutor.class)
                            || type.isEquivalentTo(ForkJoinPool.class)
                            || type.isEquivalentTo(ProcessBuilder.class)))
            .or(callConstructor(Thread.class))
            .or(callConstructor(Thread.class, Runnable.class))
            .or(callConstructor(Thread.class, String.class))
            .or(callConstructor(Thread.class, Runnable.class, String.class))
            .or(callMethod(Thread.class, "startVirtualThread", Runnable.class))
            .or(callMethod(Thread.class, "ofVirtual"))
            .or(callMethod(Thread.class, "ofPlatform"))
            .or(
                callMethod(
                    CompletableFuture.class, "supplyAsync", java.util.function.Supplier.class))
            .or(callMethod(CompletableFuture.class, "runAsync", Runnable.class));
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("core.job"))
        .should(makeThreadsOrProcesses);
  }

  private ArchRule randomness() {
    return noClasses()
        .should(
            callConstructor(Random.class)
                .or(callConstructor(SplittableRandom.class))
                .or(callMethod(Math.class, "random"))
                .or(callMethod(ThreadLocalRandom.class, "current")));
  }

  /** What works with files of the system alone would see the bytes of an encrypted workspace. */
  private ArchRule files() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("store.sealed"))
        .should(
            callConstructor(RandomAccessFile.class, File.class, String.class)
                .or(callMethod(Path.class, "toFile"))
                .or(callConstructor(RandomAccessFile.class, String.class, String.class))
                .or(callConstructor(FileInputStream.class, File.class))
                .or(callConstructor(FileInputStream.class, String.class))
                .or(callConstructor(FileOutputStream.class, File.class))
                .or(callConstructor(FileOutputStream.class, String.class))
                .or(callConstructor(FileReader.class, File.class))
                .or(callConstructor(FileReader.class, String.class))
                .or(callConstructor(FileReader.class, File.class, Charset.class))
                .or(callConstructor(FileReader.class, String.class, Charset.class))
                .or(callConstructor(FileWriter.class, File.class))
                .or(callConstructor(FileWriter.class, String.class))
                .or(callConstructor(FileWriter.class, File.class, Charset.class))
                .or(callConstructor(FileWriter.class, String.class, Charset.class)));
  }

  /** A worker is told paths as texts; each becomes one that decrypts, where it has to. */
  private ArchRule operations() {
    return noClasses()
        .that()
        .implement(WorkerOp.class)
        .should(
            callMethod(Path.class, "of", String.class, String[].class)
                .or(callMethod(Paths.class, "get", String.class, String[].class)));
  }

  private ArchRule singletons() {
    return methods()
        .that()
        .areStatic()
        .should()
        .haveNameNotMatching("getInstance|instance")
        .allowEmptyShould(false);
  }

  private ArchRule streams() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("app.cli", "app.worker"))
        .and()
        .doNotHaveSimpleName("Launcher")
        .should(ACCESS_STANDARD_STREAMS.or(dependOnClassesThat(named("java.lang.IO"))));
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return describe("are " + name, type -> type.getFullName().equals(name));
  }

  private ArchRule screens() {
    return slices()
        .matching(root + ".ui.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            resideInAPackage(in("ui")), resideInAnyPackage(in("ui.common", "ui.chart", "ui.form")))
        .ignoreDependency(resideInAPackage(in("ui.shell")), resideInAPackage(in("ui")));
  }

  private ArchRule jobsKnowNoFeature() {
    return noClasses()
        .that()
        .resideInAPackage(in("core.job"))
        .should(
            dependOnClassesThat(
                describe(
                    "reside in another room of core",
                    type ->
                        type.getPackageName().startsWith(root + ".core.")
                            && !type.getPackageName().startsWith(root + ".core.job"))));
  }

  private ArchRule domain() {
    DescribedPredicate<JavaClass> data =
        describe(
            "an interface, record, enum, exception with a sentence, draft of a record or anonymous"
                + " class",
            type ->
                type.isInterface()
                    || type.isRecord()
                    || type.isEnum()
                    || type.isAssignableTo(RuntimeException.class)
                    || isDraft(type)
                    || type.isAnonymousClass());
    return classes().that().resideInAPackage(in("domain")).should(be(data));
  }

  /** What makes records that have more parts than anybody can name in order. */
  private static boolean isDraft(JavaClass type) {
    return type.getSimpleName().endsWith("Draft")
        && type.getModifiers().contains(JavaModifier.FINAL)
        && type.getMethods().stream().anyMatch(method -> method.getRawReturnType().isRecord());
  }
}
