package dev.campanile.bench;

import dev.campanile.adapter.qute.QuteTemplates;
import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Template;
import dev.campanile.campaign.Templates.Reading;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What filling a text costs: {@code mvn test -Dtest=TemplatesBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TemplatesBenchmark {

  private static final String TEXT = "Hi {user.name}, use {gift.code} before Sunday";
  private static final Pattern REFERENCE =
      Pattern.compile("\\{([A-Za-z0-9][A-Za-z0-9_-]*)\\.([^{}.\\s]+)}");

  /** Anna, and her code. */
  private static final class Anna implements Template.Known {

    private final Map<String, Map<String, Object>> scopes =
        Map.of(
            "user", Map.of("name", "Anna", "vip", true),
            "gift", Map.of("code", "WELCOME-334QDJ9T7N"));

    @Override
    public Optional<Object> value(String scope, String name) {
      return Optional.ofNullable(scopes.get(scope).get(name));
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }
  }

  private final Template.Known anna = new Anna();
  private final Template text = template(TEXT, Escape.NONE);
  private final Template html = template("<p>" + TEXT + "</p>", Escape.HTML);
  private final Template choice =
      template("Hi {user.name}{#if user.vip}, dear{/if}: {gift.code ?: 'none'}", Escape.NONE);
  private final Template whole = template("{gift.code}", Escape.NONE);

  @Test
  void run() throws RunnerException {
    new Runner(new OptionsBuilder().include(TemplatesBenchmark.class.getName()).build()).run();
  }

  @Benchmark
  public Object text() {
    return text.fill(anna);
  }

  @Benchmark
  public Object html() {
    return html.fill(anna);
  }

  @Benchmark
  public Object choice() {
    return choice.fill(anna);
  }

  @Benchmark
  public Object whole() {
    return whole.fill(anna);
  }

  /** As it was before there were templates: references found anew in each order. */
  @Benchmark
  public Object regularExpression() {
    return REFERENCE
        .matcher(TEXT)
        .replaceAll(
            reference ->
                Matcher.quoteReplacement(
                    anna.value(reference.group(1), reference.group(2)).orElse("").toString()));
  }

  @Benchmark
  public Reading reading() {
    return new QuteTemplates().read(TEXT, Escape.NONE);
  }

  private static Template template(String text, Escape escape) {
    return switch (new QuteTemplates().read(text, escape)) {
      case Reading.Understood understood -> understood.template();
      case Reading.Misread misread -> throw new AssertionError(misread.flaws().toString());
    };
  }
}
