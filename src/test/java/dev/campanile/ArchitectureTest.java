package dev.campanile;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.ToolProvider;

/** The import laws, as sentences, and the line budget of a method. */
@AnalyzeClasses(packages = "dev.campanile", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final int LINES_PER_METHOD = 40;

  /** How far downstream a package lies; packages of the same rank do not know each other. */
  private static final Map<String, Integer> RANKS =
      Map.ofEntries(
          Map.entry("dev.campanile.campaign", 0),
          Map.entry("dev.campanile.draft", 1),
          Map.entry("dev.campanile.engine.rule", 1),
          Map.entry("dev.campanile.engine.state", 2),
          Map.entry("dev.campanile.engine.exception", 3),
          Map.entry("dev.campanile.engine.time", 4),
          Map.entry("dev.campanile.engine.action", 4),
          Map.entry("dev.campanile.engine.warehouse", 5),
          Map.entry("dev.campanile.engine.monitor", 6),
          Map.entry("dev.campanile.engine", 7),
          Map.entry("dev.campanile.access", 8),
          Map.entry("dev.campanile.translator", 8),
          Map.entry("dev.campanile.walk", 8),
          Map.entry("dev.campanile.api", 9),
          Map.entry("dev.campanile.cli", 9));

  /** Which desk of the API may use which others. */
  private static final Map<String, Set<String>> DESKS =
      Map.of(
          "http", Set.of(),
          "access", Set.of("http"),
          "intake", Set.of("http", "access"),
          "campaign", Set.of("http", "access"),
          "version", Set.of("http", "access", "campaign"),
          "draft", Set.of("http", "access", "campaign"),
          "monitor", Set.of("http", "access", "campaign", "intake"),
          "trial", Set.of("http", "access", "campaign", "intake", "monitor"));

  @ArchTest
  static final ArchRule importsPointUpstream =
      classes().should(dependUpstreamOnly()).as("imports point upstream");

  @ArchTest
  static final ArchRule desksOfTheApiUseOnlyTheseDesks =
      classes()
          .that()
          .resideInAPackage("dev.campanile.api..")
          .should(useOnlyTheirDesks())
          .as("desks of the API use only these desks");

  @ArchTest
  static final ArchRule everyClassOfTheApiIsAtADesk =
      noClasses()
          .that()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAPackage("dev.campanile.api")
          .as("every class of the API is at a desk");

  @ArchTest
  static final ArchRule theCoreTouchesOnlyTheJdkAndItself =
      classes()
          .that()
          .resideInAnyPackage(core())
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(with(core(), "java..", "org.jspecify.."))
          .allowEmptyShould(true)
          .as(
              "campaign, access, draft, translator and engine touch only the JDK, JSpecify and each other");

  @ArchTest
  static final ArchRule onlyTheDroolsAdapterKnowsDrools =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.campanile.adapter.drools..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.kie..", "org.drools..")
          .as("only adapter.drools knows Drools");

  @ArchTest
  static final ArchRule adaptersDoNotKnowEachOther =
      slices()
          .matching("dev.campanile.adapter.(*)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true)
          .as("adapters do not know each other");

  @ArchTest
  static final ArchRule nobodyAsksTheSystemClockOutsideWiring =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.campanile.Wiring")
          .should()
          .accessTargetWhere(asksTheSystemClock())
          .as("nobody asks the system clock outside Wiring");

  @ArchTest
  static void noMethodIsLongerThanItsBudget(JavaClasses ignored) throws IOException {
    assertThat(methodsOver(LINES_PER_METHOD)).isEmpty();
  }

  private static String[] core() {
    return new String[] {
      "dev.campanile.campaign..",
      "dev.campanile.access..",
      "dev.campanile.draft..",
      "dev.campanile.translator..",
      "dev.campanile.engine.."
    };
  }

  private static String[] with(String[] packages, String... more) {
    var all = new ArrayList<>(List.of(packages));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static ArchCondition<JavaClass> dependUpstreamOnly() {
    return new ArchCondition<>("depend upstream only") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          if (pointsDownstream(origin, dependency.getTargetClass())) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** A class of the API that is at no desk uses none either. */
  private static ArchCondition<JavaClass> useOnlyTheirDesks() {
    return new ArchCondition<>("use only the desks that theirs may use") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        Set<String> free = DESKS.getOrDefault(desk(origin), Set.of());
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          String used = desk(dependency.getTargetClass().getBaseComponentType());
          if (!used.isEmpty() && !used.equals(desk(origin)) && !free.contains(used)) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The package of the API that holds the class; empty for what is not of the API. */
  private static String desk(JavaClass type) {
    String api = "dev.campanile.api.";
    String name = type.getPackageName();
    return name.startsWith(api) ? name.substring(api.length()) : "";
  }

  private static boolean pointsDownstream(JavaClass origin, JavaClass target) {
    var from = layer(origin);
    var to = layer(target.getBaseComponentType());
    return from.isPresent()
        && to.isPresent()
        && !from.equals(to)
        && RANKS.get(to.get()) >= RANKS.get(from.get());
  }

  /** The ranked package that holds the class, itself or further up. */
  private static Optional<String> layer(JavaClass type) {
    String name = type.getPackageName();
    while (!RANKS.containsKey(name) && name.contains(".")) {
      name = name.substring(0, name.lastIndexOf('.'));
    }
    return RANKS.containsKey(name) ? Optional.of(name) : Optional.empty();
  }

  private static DescribedPredicate<JavaAccess<?>> asksTheSystemClock() {
    return describe(
        "asks the system clock",
        access ->
            access.getTarget() instanceof CodeUnitCallTarget target && readsSystemTime(target));
  }

  private static boolean readsSystemTime(CodeUnitCallTarget target) {
    var owner = target.getOwner();
    boolean clockIsPassed =
        target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    if (owner.getPackageName().startsWith("java.time")) {
      return target.getName().equals("now") && !clockIsPassed
          || owner.isEquivalentTo(Clock.class) && target.getName().matches("system.*|tick\\w+");
    }
    return owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis")
        || owner.isEquivalentTo(Date.class) && target.getFullName().endsWith("<init>()");
  }

  private static List<String> methodsOver(int lines) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null);
        var paths = Files.walk(Path.of("src/main/java"))) {
      var sources = paths.filter(path -> path.toString().endsWith(".java")).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      var counter = new MethodCounter(Trees.instance(task).getSourcePositions(), lines);
      task.parse().forEach(unit -> counter.scan(unit, unit));
      return counter.tooLong;
    }
  }

  private static final class MethodCounter extends TreeScanner<Void, CompilationUnitTree> {

    private final SourcePositions positions;
    private final int budget;
    private final List<String> tooLong = new ArrayList<>();

    private MethodCounter(SourcePositions positions, int budget) {
      this.positions = positions;
      this.budget = budget;
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
      LineMap map = unit.getLineMap();
      long first = map.getLineNumber(positions.getStartPosition(unit, method));
      long last = map.getLineNumber(positions.getEndPosition(unit, method));
      if (last - first + 1 > budget) {
        tooLong.add(
            "%s:%d %s has %d lines"
                .formatted(
                    Path.of(unit.getSourceFile().getName()).getFileName(),
                    first,
                    method.getName(),
                    last - first + 1));
      }
      return super.visitMethod(method, unit);
    }
  }
}
