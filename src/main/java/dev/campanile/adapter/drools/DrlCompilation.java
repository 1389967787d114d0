package dev.campanile.adapter.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.engine.rule.RuleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.compiler.builder.impl.KnowledgeBuilderConfigurationImpl;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.model.codegen.execmodel.ModelBuilderImpl;
import org.drools.model.codegen.execmodel.ModelWriter;
import org.drools.model.codegen.execmodel.PackageSources;
import org.kie.api.KieServices;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.KnowledgeBuilderResult;
import org.kie.internal.builder.conf.ExternaliseCanonicalModelLambdaOption;
import org.kie.memorycompiler.CompilationProblem;
import org.kie.memorycompiler.CompilationResult;
import org.kie.memorycompiler.JavaCompiler;
import org.kie.memorycompiler.JavaCompilerSettings;
import org.kie.memorycompiler.resources.MemoryResourceStore;

/**
 * DRL to Java source to bytecode, in memory.
 *
 * <p>Drives Drools' model builder itself rather than a KieBuilder: nothing is registered that could
 * leak, no kjar is packed, and the bytecode of one campaign is 15 KB instead of 55.
 */
final class DrlCompilation {

  private static final String JAVA = "21";

  private final RuleText text;
  private final ClassLoader parent;

  DrlCompilation(RuleText text, ClassLoader parent) {
    this.text = text;
    this.parent = parent;
  }

  Bytecode run() throws BrokenRules {
    var sources = new MemoryFileSystem();
    var written = new ModelWriter().writeModel(sources, model().getPackageSources());
    if (written.getModelFiles().size() != 1) {
      throw new BrokenRules(
          List.of("Expected the rules of one package, but got " + written.getModelFiles() + "."));
    }
    return new Bytecode(
        written.getModelFiles().getFirst(), classes(written.getSourceFiles(), sources));
  }

  private ModelBuilderImpl<PackageSources> model() throws BrokenRules {
    var release = KieServices.get().newReleaseId("campanile", "rules", "1");
    var builder =
        new ModelBuilderImpl<>(PackageSources::dumpSources, configuration(), release, false);
    builder.batch().add(resource(), ResourceType.DRL).build();
    if (builder.hasErrors()) {
      refuse(builder.getErrors().stream().map(this::message).toList());
    }
    return builder;
  }

  private Resource resource() {
    return KieServices.get()
        .getResources()
        .newByteArrayResource(text.drl().getBytes(UTF_8))
        .setSourcePath(text.campaign() + ".drl");
  }

  private KnowledgeBuilderConfigurationImpl configuration() {
    KnowledgeBuilderConfiguration configuration =
        KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, parent);
    // Lambdas in classes of their own take half as long again to compile and no less to judge.
    configuration.setOption(ExternaliseCanonicalModelLambdaOption.DISABLED);
    return configuration.as(KnowledgeBuilderConfigurationImpl.KEY);
  }

  private Map<String, byte[]> classes(List<String> files, MemoryFileSystem sources)
      throws BrokenRules {
    // ECJ looks classes up through a class loader; javac could not see into Quarkus' fast-jar.
    JavaCompiler compiler = JavaCompiler.createEclipseCompiler();
    var target = new MemoryResourceStore();
    CompilationResult result =
        compiler.compile(files.toArray(String[]::new), sources, target, parent, settings(compiler));
    refuse(Arrays.stream(result.getErrors()).map(this::message).toList());
    Map<String, byte[]> classes = new HashMap<>();
    target.getResources().forEach((path, bytes) -> classes.put(className(path.asString()), bytes));
    return classes;
  }

  private static JavaCompilerSettings settings(JavaCompiler compiler) {
    JavaCompilerSettings settings = compiler.createDefaultSettings();
    settings.setSourceVersion(JAVA);
    settings.setTargetVersion(JAVA);
    return settings;
  }

  private static String className(String path) {
    return path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }

  private static void refuse(List<String> errors) throws BrokenRules {
    if (!errors.isEmpty()) {
      throw new BrokenRules(new ArrayList<>(errors));
    }
  }

  private String message(KnowledgeBuilderResult error) {
    String line =
        Arrays.stream(error.getLines())
            .filter(l -> l > 0)
            .boxed()
            .findFirst()
            .map(l -> " line " + l)
            .orElse("");
    return text.campaign() + line + ": " + error.getMessage().strip();
  }

  private String message(CompilationProblem problem) {
    return "%s, line %d of the generated Java: %s"
        .formatted(text.campaign(), problem.getStartLine(), problem.getMessage());
  }
}
