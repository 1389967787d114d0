package dev.campanile.adapter.drools;

import static dev.campanile.testkit.CampaignBuilder.aCampaign;
import static dev.campanile.testkit.CampaignBuilder.row;
import static dev.campanile.testkit.CampaignBuilder.when;
import static dev.campanile.testkit.Scenes.aScene;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.RuleCompiler;
import dev.campanile.engine.rule.RuleCompiler.Compilation;
import dev.campanile.engine.rule.RuleText;
import dev.campanile.engine.rule.Rules;
import dev.campanile.translator.DrlWriter;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.CompositeObjectSinkAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DroolsRuleCompilerTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  @TempDir private Path cache;

  @Test
  void keepsWhatItCompiledForTheNextProcess() throws Exception {
    // given
    compiled(new DroolsRuleCompiler(cache), text("c"));
    Files.setLastModifiedTime(onlyFile(), LONG_AGO);
    // when
    var rules = compiled(new DroolsRuleCompiler(cache), text("c"));
    // then
    assertThat(followed(rules)).containsExactly("c@1/a-b");
    assertThat(Files.getLastModifiedTime(onlyFile())).isEqualTo(LONG_AGO);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 40, 500, -1})
  void compilesAgainWhatWasCutOffOnDisk(int length) throws Exception {
    // given
    compiled(new DroolsRuleCompiler(cache), text("c"));
    byte[] whole = Files.readAllBytes(onlyFile());
    Files.write(onlyFile(), Arrays.copyOf(whole, Math.floorMod(length, whole.length)));
    Files.setLastModifiedTime(onlyFile(), LONG_AGO);
    // when
    var rules = compiled(new DroolsRuleCompiler(cache), text("c"));
    // then
    assertThat(followed(rules)).containsExactly("c@1/a-b");
    assertThat(Files.getLastModifiedTime(onlyFile())).isNotEqualTo(LONG_AGO);
  }

  @Test
  void compilesAgainWhatWasChangedOnDisk() throws Exception {
    // given
    compiled(new DroolsRuleCompiler(cache), text("c"));
    byte[] changed = Files.readAllBytes(onlyFile());
    changed[changed.length / 2] ^= 1;
    Files.write(onlyFile(), changed);
    Files.setLastModifiedTime(onlyFile(), LONG_AGO);
    // when
    var rules = compiled(new DroolsRuleCompiler(cache), text("c"));
    // then
    assertThat(followed(rules)).containsExactly("c@1/a-b");
    assertThat(Files.getLastModifiedTime(onlyFile())).isNotEqualTo(LONG_AGO);
  }

  @Test
  void compilesWhereNothingCanBeKept() throws Exception {
    // given
    Path file = Files.createFile(cache.resolve("file"));
    // when
    var rules = compiled(new DroolsRuleCompiler(file), text("c"));
    // then
    assertThat(followed(rules)).containsExactly("c@1/a-b");
  }

  @Test
  void leavesNothingBehindOfWhatIsTriedOutAndReadsWhatIsThere() throws Exception {
    // given
    compiled(new DroolsRuleCompiler(cache), text("c"));
    var trial = DroolsRuleCompiler.keepingNothing(cache);
    // when
    var known = compiled(trial, text("c"));
    compiled(trial, text("d"));
    // then
    assertThat(followed(known)).containsExactly("c@1/a-b");
    assertThat(onlyFile()).exists();
  }

  @Test
  void compilesAnEqualTextOnce() throws Exception {
    // given
    var compiler = new DroolsRuleCompiler(cache);
    Callable<RuleCompiler.Package> task = () -> compiled(compiler, text("c"));
    try (var threads = Executors.newFixedThreadPool(4)) {
      // when
      List<Future<RuleCompiler.Package>> packages =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> task).toList());
      // then
      assertThat(packages).extracting(Future::get).containsOnly(packages.getFirst().get());
    }
  }

  @Test
  void forgetsThePackagesThatNobodyUses() {
    // given
    var compiler = new DroolsRuleCompiler(cache);
    var compiled = new WeakReference<>(compiled(compiler, text("c")));
    var classes = new WeakReference<>(((DroolsPackage) compiled.get()).model().getClass());
    followed(compiled.get());
    // when
    await()
        .untilAsserted(
            () -> {
              System.gc();
              // then
              assertThat(compiled.get()).isNull();
              assertThat(classes.get()).isNull();
            });
  }

  @Test
  void leavesNothingBehindInAReplacedBook() {
    // given
    var compiler = new DroolsRuleCompiler(cache);
    var stays = compiled(compiler, text("stays"));
    var book = new WeakReference<>(compiler.compose(List.of(stays, compiled(compiler, text("c")))));
    var next = compiler.compose(List.of(stays));
    // when
    await()
        .untilAsserted(
            () -> {
              System.gc();
              // then
              assertThat(book.get()).isNull();
            });
    assertThat(followed(next, "stays")).containsExactly("stays@1/a-b");
  }

  @Test
  void hashesPlaces() {
    // given
    var compiler = new DroolsRuleCompiler(cache);
    List<RuleCompiler.Package> packages =
        Stream.of("c", "d", "e", "f").map(id -> compiled(compiler, text(id))).toList();
    // when
    var rules = (DroolsRules) compiler.compose(packages);
    // then
    assertThat(hashed(rules)).hasSize(4);
  }

  /** The places that the alpha network finds by a hash, rather than by asking one after another. */
  private static Map<?, ?> hashed(DroolsRules rules) {
    var network = ((InternalRuleBase) rules.base()).getRete().getObjectTypeNodes();
    return network.stream()
        .filter(node -> node.getObjectType().isAssignableFrom(Moment.class))
        .map(node -> (CompositeObjectSinkAdapter) node.getObjectSinkPropagator())
        .map(CompositeObjectSinkAdapter::getHashedSinkMap)
        .findAny()
        .orElseThrow();
  }

  @Test
  void reportsTheLineOfASyntaxError() {
    // given
    String drl =
        """
        package campanile.c_v1
        import Moment;
        global Follows decisions
        rule "r" when
            Moment( at == "x", due("y" )
        then decisions.follow("r"); end
        """;
    // when
    var compilation = new DroolsRuleCompiler(cache).compile(new RuleText(key("c"), drl));
    // then
    assertThat(errors(compilation)).first().asString().startsWith("c@1 line 6: ");
    assertThat(cache).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Moment( at == \"x\", unknown(\"y\") )",
        "Moment( at == \"x\", due(\"y\") && )",
        "Moment( nothing == \"x\" )",
        "Nothing( at == \"x\" )",
        "Moment( at == \"x )",
        "\u0000",
      })
  void reportsWhatIsNoRule(String pattern) {
    // given
    String drl =
        """
        package campanile.c_v1
        import Moment;
        global Follows decisions
        rule "r" when
            %s
        then decisions.follow("r"); end
        """;
    // when
    var compilation =
        new DroolsRuleCompiler(cache).compile(new RuleText(key("c"), drl.formatted(pattern)));
    // then
    assertThat(errors(compilation)).isNotEmpty();
  }

  @Test
  void keepsCompilingAfterABrokenText() {
    // given
    var compiler = new DroolsRuleCompiler(cache);
    compiler.compile(new RuleText(key("c"), "no DRL"));
    // when
    var rules = compiled(compiler, text("c"));
    // then
    assertThat(followed(rules)).containsExactly("c@1/a-b");
  }

  private static CampaignKey key(String id) {
    return new CampaignKey(new CampaignId(id), 1);
  }

  private static RuleText text(String campaign) {
    return DrlWriter.write(aCampaign(campaign).moving("a", "b", when(row("after P1D"))).version(1));
  }

  private static RuleCompiler.Package compiled(RuleCompiler compiler, RuleText text) {
    return switch (compiler.compile(text)) {
      case Compilation.Ready(var rules) -> rules;
      case Compilation.Broken(var errors) -> throw new AssertionError(errors.toString());
    };
  }

  private static List<String> errors(Compilation compilation) {
    return switch (compilation) {
      case Compilation.Ready ready -> List.of();
      case Compilation.Broken(var errors) -> errors;
    };
  }

  private List<String> followed(RuleCompiler.Package rules) {
    return followed(new DroolsRuleCompiler(cache).compose(List.of(rules)), "c");
  }

  private static List<String> followed(Rules rules, String campaign) {
    try (Rules.Judge judge = rules.open()) {
      var scene = aScene().due("after P1D").scene();
      return judge.judge(new Moment(campaign + "@1:a", Lexicon.EMPTY, scene));
    }
  }

  private Path onlyFile() throws IOException {
    try (var files = Files.list(cache)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }
}
